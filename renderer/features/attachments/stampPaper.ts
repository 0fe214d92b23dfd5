import { onScopeDispose, reactive, shallowRef, watch } from 'vue'
import type { Attachment } from '#shared/contract'
import { api } from '../../api/client'
import { openPdf, type OpenPdf } from './pdfDocument'
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
  let isOver = false
  /** A picture as the office turns it, the way it becomes a page. */
  const source = (): string => `${path}/${page()}.png`

  /** Size of a page as it is seen, points. */
  async function sizeOf(of: number): Promise<Extent> {
    // Only the office knows how large a picture is once it is paper.
    if (file.kind !== 'pdf') return api.attachments.pageSize({ attachmentId: file.id, page: of })
    pdf.value ??= await openPdf(path, (thrown) => (fault.value = thrown))
    return (await pdf.value.document.getPage(of)).getViewport({ scale: 1 })
  }

  async function look(): Promise<void> {
    const of = page()
    if (extents.has(of)) return
    try {
      const { width, height } = await sizeOf(of)
      extents.set(of, { width: width * POINT, height: height * POINT })
    } catch (thrown) {
      if (!isOver) fault.value = thrown
    }
  }

  watch(page, look, { immediate: true })
  onScopeDispose(() => {
    isOver = true
    pdf.value?.close()
  })
  return { pdf, extents, fault, source }
}
