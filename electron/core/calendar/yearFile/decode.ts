import { isUtf8 } from 'node:buffer'
import { WHOLE, type Findings } from './findings'
import { MAX_MEGABYTES } from './limits'

/** Files people choose by mistake, by the bytes they begin with. */
const OTHER_FORMATS: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'XLSX'],
  ['\u00d0\u00cf\u0011\u00e0', 'XLS'],
  ['{\\rtf', 'RTF'],
  ['<', 'HTML'],
]

/** The text of a file, line breaks as `\n`, without a byte order mark. `null` and a fault when it is none. */
export function decode(bytes: Uint8Array, findings: Findings): string | null {
  if (bytes.length > MAX_MEGABYTES * 1024 * 1024) return refuse(findings, 'too_large', { max: MAX_MEGABYTES })
  const buffer = Buffer.from(bytes)
  const format = otherFormat(buffer)
  if (format) return refuse(findings, 'wrong_format', { format })
  const text = isUtf16(buffer) ? utf16(buffer, findings) : utf8(buffer, findings)
  if (text === null) return null
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return plain.trim() === '' ? refuse(findings, 'empty_file') : plain
}

function otherFormat(buffer: Buffer): string | undefined {
  const start = buffer.subarray(0, 64).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart() // prettier-ignore
  return OTHER_FORMATS.find(([magic]) => start.startsWith(magic))?.[1]
}

function isUtf16(buffer: Buffer): boolean {
  return (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff)
}

function utf16(buffer: Buffer, findings: Findings): string | null {
  if (buffer.length % 2 !== 0) return refuse(findings, 'not_text')
  // Swapping changes the bytes in place, so it is done on a copy; `Buffer.from(bytes)` made one.
  const text = (buffer[0] === 0xfe ? buffer.swap16() : buffer).toString('utf16le')
  if (/\p{Cs}|\0/u.test(text)) return refuse(findings, 'not_text')
  findings.note(WHOLE, 'utf16')
  return text
}

function utf8(buffer: Buffer, findings: Findings): string | null {
  if (buffer.includes(0)) return refuse(findings, 'not_text')
  if (isUtf8(buffer)) return buffer.toString('utf8')
  findings.fault({ row: brokenLine(buffer) }, 'not_utf8')
  return null
}

/** The first line that is not UTF-8, from 1. A line feed is never part of a longer character. */
function brokenLine(buffer: Buffer): number {
  let [line, from] = [1, 0]
  for (let to = buffer.indexOf(0x0a); to >= 0; to = buffer.indexOf(0x0a, from)) {
    if (!isUtf8(buffer.subarray(from, to))) return line
    line++
    from = to + 1
  }
  return line
}

function refuse(
  findings: Findings,
  ...[code, params]: [Parameters<Findings['fault']>[1], Record<string, string | number>?]
): null {
  findings.fault(WHOLE, code, params)
  return null
}
