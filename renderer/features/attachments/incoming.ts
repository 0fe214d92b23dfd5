import { onScopeDispose, ref, toValue, type MaybeRefOrGetter, type Ref } from 'vue'

const WRITTEN = 'input:not([type="file"], [type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]'

/**
 * Takes files that are dropped anywhere on the screen or pasted from the clipboard, for as long as the component lives and `active` holds. Text pasted into a field stays text. `isOver`: files are being
 * dragged over the window. `nameOf`: how a picture of the clipboard, which has no name of its own, is called.
 */
export function useIncomingFiles(
  take: (files: File[]) => void,
  { active, nameOf }: { active: MaybeRefOrGetter<boolean>; nameOf: (ending: string) => string },
): { isOver: Ref<boolean> } {
  const isOver = ref(false)
  let depth = 0
  const carriesFiles = ({ dataTransfer }: DragEvent): boolean =>
    toValue(active) && (dataTransfer?.types.includes('Files') ?? false)

  function enter(event: DragEvent): void {
    if (!carriesFiles(event)) return
    depth++
    isOver.value = true
  }
  function leave(event: DragEvent): void {
    if (carriesFiles(event) && --depth <= 0) end()
  }
  function end(): void {
    depth = 0
    isOver.value = false
  }
  function over(event: DragEvent): void {
    if (!carriesFiles(event)) return
    event.preventDefault()
    event.dataTransfer!.dropEffect = 'copy'
  }
  function drop(event: DragEvent): void {
    // A file dropped beside its place would replace the page.
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    end()
    if (toValue(active)) give(event.dataTransfer)
  }
  function paste(event: ClipboardEvent): void {
    const { clipboardData, target } = event
    if (!toValue(active) || !clipboardData || clipboardData.files.length === 0) return
    const inField = target instanceof Element && target.closest(WRITTEN) !== null
    if (inField && clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    give(clipboardData)
  }
  function give(data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])].map((file) => named(file, nameOf))
    if (files.length > 0) take(files)
  }

  const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop, paste }
  for (const [name, run] of Object.entries(listeners)) window.addEventListener(name, run as EventListener)
  onScopeDispose(() => {
    for (const [name, run] of Object.entries(listeners)) window.removeEventListener(name, run as EventListener)
  })
  return { isOver }
}

/** Browsers call every picture of the clipboard `image.png`. */
function named(file: File, nameOf: (ending: string) => string): File {
  const plain = /^image\.(\w+)$/.exec(file.name)
  return plain ? new File([file], nameOf(plain[1]!), { type: file.type }) : file
}
