import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Effort } from './Effort'
import { PdfFault } from './PdfFault'

/** Where the header may stand, in bytes from the beginning (ISO 32000-1, annex H.3, note 13). */
const HEADER_WITHIN = 1024
/** Where `startxref` may stand, in bytes from the end. Mail gateways and scanners append more than the 1024 of the standard's annex. */
const END_WITHIN = 16 * 1024

/** A PDF file read piece by piece, without letting others have a turn meanwhile: it is read on a thread that has nothing else to do. Positions are bytes from its header, as the file itself counts them. */
export class PdfFile {
  /** What was spent on it. */
  readonly effort = new Effort()

  /** `start`: bytes before the header; `size`: bytes from there to the end. */
  private constructor(
    private readonly handle: number,
    readonly start: number,
    readonly size: number,
  ) {}

  /** Opens a file. Errors: `PdfFault` when it has no PDF header; the file system's own. */
  static open(path: string): PdfFile {
    const handle = openSync(path, 'r')
    try {
      const { size } = fstatSync(handle)
      const whole = new PdfFile(handle, 0, size)
      const start = whole.bytes(0, HEADER_WITHIN).indexOf('%PDF-')
      if (start < 0) throw new PdfFault('no header')
      return whole.countedFrom(start)
    } catch (error) {
      closeSync(handle)
      throw error
    }
  }

  /** The same open file, for a new attempt at it, with positions that count from another byte: some writers put something before the header and do not count it. */
  countedFrom(start: number): PdfFile {
    return new PdfFile(this.handle, start, this.size + this.start - start)
  }

  /** Up to `length` bytes from a position; fewer at the end of the file. Errors: `Exhausted`. */
  bytes(position: number, length: number): Buffer {
    if (!Number.isSafeInteger(position) || position < 0 || position >= this.size) return Buffer.alloc(0)
    const size = Math.min(length, this.size - position)
    this.effort.spend('read', size)
    const buffer = Buffer.alloc(size)
    let filled = 0
    while (filled < buffer.length) {
      const bytesRead = readSync(this.handle, buffer, filled, buffer.length - filled, this.start + position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  }

  /** Where the newest cross-reference section stands (ISO 32000-1 §7.5.5), and whether the file's end mark is there at all. */
  end(): { sectionAt: number | null; marked: boolean } {
    const tail = this.bytes(Math.max(0, this.size - END_WITHIN), END_WITHIN).toString('latin1')
    const last = tail.lastIndexOf('startxref')
    const at = last < 0 ? null : /^startxref\s+(\d{1,10})/.exec(tail.slice(last, last + 64))
    return { sectionAt: at ? Number(at[1]) : null, marked: tail.includes('%%EOF') }
  }

  /** Closes the file, for all that count from other bytes too. */
  close(): void {
    closeSync(this.handle)
  }
}
