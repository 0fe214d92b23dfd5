import { ref } from 'vue'
import { host } from '../../host'

/** Whether the system would show notices if it were asked. The desktop program needs no asking; a browser is asked only when a person presses the button. */
export function useNotices() {
  const askable = ref(host.platform === 'browser' && 'Notification' in window && Notification.permission === 'default')

  /** Asks the browser. Resolves to whether notices are allowed now. */
  async function ask(): Promise<boolean> {
    const permission = await Notification.requestPermission()
    askable.value = permission === 'default'
    return permission === 'granted'
  }

  return { askable, ask }
}
