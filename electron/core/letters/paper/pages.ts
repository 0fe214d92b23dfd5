import type { Chunk } from './bodyFlow'
import { heightOf } from './letterHead'
import type { FlowLine } from './letterSheet'

/** A line in its place on a page, in points from the upper edge. */
export interface PlacedLine {
  line: FlowLine
  top: number
}

/** Where the text may stand: on the first page, on those after it, and how far down. */
export interface PageRoom {
  firstTop: number
  nextTop: number
  bottom: number
}

/** How many lines of the body stay with the signature, so that it is never alone on a page. */
const WITH_SIGNATURE = 2

/** Puts chunks on pages; a chunk goes on one page whole, unless it is higher than a page. `closing` ends the last page, with at least two lines of the body on it. */
export function paginate(chunks: readonly Chunk[], closing: FlowLine, room: PageRoom): PlacedLine[][] {
  const pages: PlacedLine[][] = [[]]
  let y = room.firstTop
  const newPage = (): void => {
    pages.push([])
    y = room.nextTop
  }
  const put = (line: FlowLine): void => {
    const top = y + (pages.at(-1)!.length === 0 ? 0 : line.before)
    pages.at(-1)!.push({ line, top })
    y = top + line.height
  }
  const fits = (lines: readonly FlowLine[]): boolean => y + heightAt(pages.at(-1)!, lines) <= room.bottom
  for (const chunk of withClosing(chunks, closing)) {
    const tooHigh = room.nextTop + heightAt([], chunk) > room.bottom
    // Even then the last lines, among them those beside the signature, stay together.
    for (const part of tooHigh ? [...chunk.slice(0, -3).map((line) => [line]), chunk.slice(-3)] : [chunk]) {
      if (!fits(part)) newPage()
      part.forEach(put)
    }
  }
  return pages
}

/** Height of lines where a page stands already so, in points. */
function heightAt(page: readonly PlacedLine[], lines: readonly FlowLine[]): number {
  return heightOf(lines) - (page.length === 0 ? (lines[0]?.before ?? 0) : 0)
}

function withClosing(chunks: readonly Chunk[], closing: FlowLine): Chunk[] {
  const kept = [...chunks]
  const last: Chunk = []
  while (last.length < WITH_SIGNATURE && kept.length > 0) last.unshift(...kept.pop()!)
  return [...kept, [...last, closing]]
}
