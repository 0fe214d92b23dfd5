import { onScopeDispose, reactive, shallowRef, watch } from 'vue'
import type { Attachment } from '#shared/contract'
import { openPdf, type OpenPdf } from './pdfDocument'
import { pictureSize } from './pictureSize'
import type { Extent } from './stampPlacing'
import { pathOf } from './storedFile'

/** Millimetres of a point. */
const POINT = 25.4 / 72

/** The page that is to be stamped: its size in mm and what it is drawn of. `fault`: why it cannot be shown. */
export function useStampPaper(file: Attachment, page: () => number) {
  const path = pathOf(file)
  const pdf = shallowRef<OpenPdf | null>(null)
  const extents = reactive(new Map<number, Extent>())
  const fault = shallowRef<unknown>(null)
  const stop = new AbortController()
  const source = (): string => (file.kind === 'tiff' ? `${path}/${page()}.png` : path)

  async function look(): Promise<void> {
    const of = page()
    if (file.kind !== 'pdf' || extents.has(of)) return
    try {
      pdf.value ??= await openPdf(path, (thrown) => (fault.value = thrown))
      const { width, height } = (await pdf.value.document.getPage(of)).getViewport({ scale: 1 })
      extents.set(of, { width: width * POINT, height: height * POINT })
    } catch (thrown) {
      if (!stop.signal.aborted) fault.value = thrown
    }
  }

  /** A picture is loaded: now its size is known. */
  async function sized(of: number, { naturalWidth: width, naturalHeight: height }: HTMLImageElement): Promise<void> {
    const size = await pictureSize(path, { width, height }, stop.signal).catch(() => null)
    if (size) extents.set(of, size)
    else if (!stop.signal.aborted) fault.value = new Error('unreadable')
  }

  watch(page, look, { immediate: true })
  onScopeDispose(() => {
    stop.abort()
    pdf.value?.close()
  })
  return { pdf, extents, fault, source, sized }
}
