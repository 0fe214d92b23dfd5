import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ensureFile } from '../../api/files'
import { useFaultText } from '../../faultText'

/** Milliseconds from a frame's `load` until the viewer in it has drawn the page, and until a frame that never says so is shown all the same. */
const DRAWN = 300
const AT_LAST = 4_000

/** A PDF to be shown. `src`: its address, another one for each state of it; `same`: what stays alike while it is the same paper. */
export interface ShownPaper {
  src: string
  same: string
}

/**
 * The frame of the paper at hand. A newer state of the same paper is drawn beneath the one before, which goes only then, so that nothing flashes at a change; another paper's frame never stays. `frames`: the one in
 * sight, and after it the one being drawn; `fault`: why the paper cannot be shown.
 */
export function usePaperFrames(paper: () => ShownPaper | null) {
  const { faultText } = useFaultText()
  const frames = shallowRef<ShownPaper[]>([])
  const fault = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined

  function showIn(wait: number, { src }: ShownPaper): void {
    clearTimeout(timer)
    timer = setTimeout(() => (frames.value = frames.value.filter((one) => one.src === src)), wait)
  }
  onScopeDispose(() => clearTimeout(timer))

  /** The viewer in a frame has got its document. */
  function loaded(frame: ShownPaper): void {
    if (frames.value.length > 1 && frames.value.at(-1)?.src === frame.src) showIn(DRAWN, frame)
  }

  watch(
    () => paper()?.src,
    async () => {
      const wanted = paper()
      const isWanted = (): boolean => paper()?.src === wanted?.src
      clearTimeout(timer)
      fault.value = ''
      frames.value = frames.value.slice(0, 1).filter((one) => one.same === wanted?.same)
      if (!wanted || frames.value[0]?.src === wanted.src) return
      try {
        // A frame would show a refusal as raw data.
        await ensureFile(wanted.src)
      } catch (thrown) {
        if (isWanted()) fault.value = faultText(thrown)
        return
      }
      if (!isWanted()) return
      frames.value = [...frames.value, wanted]
      if (frames.value.length > 1) showIn(AT_LAST, wanted)
    },
    { immediate: true },
  )

  return { frames, fault, loaded }
}
