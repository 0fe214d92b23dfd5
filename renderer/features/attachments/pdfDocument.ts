import { getDocument, PDFDataRangeTransport, PDFWorker, TextLayer, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import ReadingWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'
import { readPart } from '../../api/files'
import { OwnPdfData } from './pdfData'

export { TextLayer }
export type PdfDocument = PDFDocumentProxy
export type PdfPage = PDFPageProxy

/** Bytes asked for at once. */
const PART = 256 * 1024

/** CSS pixels of a point. */
export const PIXELS = 96 / 72

/** A PDF that lies open. `close`: ends all reading and gives its memory back. */
export interface OpenPdf {
  document: PdfDocument
  close(): void
}

let reader: PDFWorker | undefined

/**
 * Opens a PDF of the office. Only what a shown page needs is loaded, so that one of 180 MB opens as fast as a short one. Scripts in it do not run. `onFault`: something could not be read later on.
 * Errors: those of `readPart`; whatever pdf.js says of a broken file.
 */
export async function openPdf(path: string, onFault: (fault: unknown) => void): Promise<OpenPdf> {
  const stop = new AbortController()
  const first = await readPart(path, { from: 0, to: PART, signal: stop.signal })
  // One thread reads all documents; it is started with the first.
  reader ??= PDFWorker.create({ port: new ReadingWorker() })
  const isWhole = first.bytes.length >= first.whole
  const task = getDocument({
    ...(isWhole ? { data: first.bytes } : { range: new Parts(path, first, stop.signal, onFault) }),
    ...{
      worker: reader,
      rangeChunkSize: PART,
      disableAutoFetch: true,
      disableStream: true,
      isEvalSupported: false,
      enableXfa: false,
    },
    ...{ BinaryDataFactory: OwnPdfData, useWorkerFetch: false, cMapUrl: '/', standardFontDataUrl: '/', wasmUrl: '/' },
    verbosity: VerbosityLevel.ERRORS,
  })
  const close = (): void => {
    stop.abort()
    void task.destroy().catch(() => {})
  }
  try {
    return { document: await task.promise, close }
  } catch (thrown) {
    close()
    throw thrown
  }
}

/** Hands pdf.js the parts of a file as it asks for them. */
class Parts extends PDFDataRangeTransport {
  constructor(
    private readonly path: string,
    first: { bytes: Uint8Array<ArrayBuffer>; whole: number },
    private readonly signal: AbortSignal,
    private readonly onFault: (fault: unknown) => void,
  ) {
    super(first.whole, first.bytes)
  }

  override requestDataRange(begin: number, end: number): void {
    readPart(this.path, { from: begin, to: end, signal: this.signal }).then(
      ({ bytes }) => this.onDataRange(begin, bytes),
      (fault: unknown) => this.signal.aborted || this.onFault(fault),
    )
  }
}
