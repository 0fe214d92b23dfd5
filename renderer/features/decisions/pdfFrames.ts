import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ensureFile } from '../../api/files'
import { useFaultText } from '../../faultText'
import type { Paper } from './decisionActs'
import { fileOf } from './paperFiles'

/** Milliseconds from a frame's `load` until the viewer in it has drawn the page, and until a frame that never says so is shown all the same. */
const DRAWN = 300
const AT_LAST = 4_000

/** A frame with a letter. `path`: the letter, whatever its version; `src`: that version of it. */
interface PdfFrame {
  path: string
  src: string
}

/**
 * The frame of the paper at hand. A newer version of the same letter is drawn beneath the one before, which goes only then, so that nothing flashes at a save; another letter's frame never stays. `frames`: the one
 * in sight, and after it the one being drawn; `fault`: why the paper cannot be shown.
 */
export function usePdfFrames(paper: () => Paper | undefined) {
  const { faultText } = useFaultText()
  const frames = shallowRef<PdfFrame[]>([])
  const fault = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined

  function showIn(wait: number, { src }: PdfFrame): void {
    clearTimeout(timer)
    timer = setTimeout(() => (frames.value = frames.value.filter((one) => one.src === src)), wait)
  }
  onScopeDispose(() => clearTimeout(timer))

  /** The viewer in a frame has got its document. */
  function loaded(frame: PdfFrame): void {
    if (frames.value.length > 1 && frames.value.at(-1)?.src === frame.src) showIn(DRAWN, frame)
  }

  watch(
    () => {
      const now = paper()
      return now && fileOf(now, 'pdf')
    },
    async (src) => {
      const path = paper()?.path
      clearTimeout(timer)
      fault.value = ''
      frames.value = frames.value.slice(0, 1).filter((one) => one.path === path)
      if (!path || !src || frames.value[0]?.src === src) return
      try {
        // A frame would show a refusal as raw data.
        await ensureFile(src)
      } catch (thrown) {
        if (isWanted()) fault.value = faultText(thrown)
        return
      }
      if (!isWanted()) return
      const next = { path, src }
      frames.value = [...frames.value, next]
      if (frames.value.length > 1) showIn(AT_LAST, next)

      function isWanted(): boolean {
        const now = paper()
        return now !== undefined && fileOf(now, 'pdf') === src
      }
    },
    { immediate: true },
  )

  return { frames, fault, loaded }
}
