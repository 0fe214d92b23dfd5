import { Notification } from 'electron'
import type { HostOutcome } from '../preload/bridge'

/** Shows a notification of the desktop; pressing it calls `pressed`. `failed` where the desktop has none. */
export function notify(title: string, body: string, pressed: () => void): HostOutcome {
  if (!Notification.isSupported()) return 'failed'
  const note = new Notification({ title, body })
  note.on('click', pressed)
  note.show()
  return 'done'
}
