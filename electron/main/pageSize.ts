import type { WebContentsPrintOptions } from 'electron'

/** Paper as Electron wants it: a size it knows by name, or microns; always upright, turned by `landscape`. */
export type PrintedPage = Required<Pick<WebContentsPrintOptions, 'pageSize' | 'landscape'>>

const POINTS_PER_INCH = 72
const MM_PER_INCH = 25.4
const NAMED = [
  { pageSize: 'A4', width: 210, height: 297 },
  { pageSize: 'A5', width: 148, height: 210 },
] as const
// Points are rounded by whoever writes the file: A4 is met as 595, 595.28 and 595.32 points wide. Millimetres.
const SAME = 0.7
// Larger than any paper, smaller than any page that can be printed on (Electron refuses pages of a third of a millimetre). Millimetres.
const [LEAST, MOST] = [5, 5000]

// Four numbers; a page may be told of by reference only, and is then passed over.
const MEDIA_BOX = /\/MediaBox\s*\[\s*(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s*\]/
// How much of the part before is looked at again, so that a box that lies across two parts is found.
const OVERLAP = 200

/**
 * Size of the first page of a PDF, from its `MediaBox` (ISO 32000-1, 14.11.2), as it is streamed; the rest is not read. `null`: the file tells it only in a packed part, as some scanners' do.
 */
export async function pageSizeOf(document: Response): Promise<PrintedPage | null> {
  const body = document.body as ReadableStream<Uint8Array> | null
  if (!body) return null
  const reader = body.getReader()
  const text = new TextDecoder('latin1')
  let tail = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return null
      const part = tail + text.decode(value, { stream: true })
      const box = MEDIA_BOX.exec(part)
      if (box) return paperOf(box.slice(1).map(Number))
      tail = part.slice(-OVERLAP)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function paperOf([left = 0, bottom = 0, right = 0, top = 0]: number[]): PrintedPage | null {
  const [across, up] = [mm(right - left), mm(top - bottom)]
  const [width, height] = across > up ? [up, across] : [across, up]
  if (!(width >= LEAST && height <= MOST)) return null
  const named = NAMED.find((size) => Math.abs(size.width - width) < SAME && Math.abs(size.height - height) < SAME)
  const microns = { width: Math.round(width * 1000), height: Math.round(height * 1000) }
  return { pageSize: named?.pageSize ?? microns, landscape: across > up }
}

const mm = (points: number): number => (points / POINTS_PER_INCH) * MM_PER_INCH
