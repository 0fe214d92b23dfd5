import { onBeforeUnmount, onMounted } from 'vue'

/** A page shown in a frame takes the keys when it is clicked; they are brought back to the screen at once, so that F8 always signs. */
export function useKeysBack(): void {
  function back(): void {
    setTimeout(() => {
      if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur()
    })
  }
  onMounted(() => window.addEventListener('blur', back))
  onBeforeUnmount(() => window.removeEventListener('blur', back))
}
