import { inflateRawSync } from 'node:zlib'

/** A file for Word as any program reads it: a ZIP file of XML parts. Read with no part of the library that writes it. */
export class ReadDocx {
  readonly #parts: ReadonlyMap<string, string>
  /** The moments of the ZIP file's entries, as written. */
  readonly moments: number[] = []

  constructor(bytes: Uint8Array) {
    const zip = Buffer.from(bytes)
    const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    const parts = new Map<string, string>()
    let at = zip.readUInt32LE(end + 16)
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
      const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
      const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
      const local = zip.readUInt32LE(at + 42)
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const data = zip.subarray(start, start + size)
      this.moments.push(zip.readUInt32LE(at + 12), zip.readUInt32LE(local + 10))
      parts.set(name, (method === 8 ? inflateRawSync(data) : data).toString('utf8'))
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    this.#parts = parts
  }

  get names(): string[] {
    return [...this.#parts.keys()]
  }

  /** A part of the file, as XML. */
  part(name: string): string {
    const part = this.#parts.get(name)
    if (part === undefined) throw new Error(`no part ${name} in ${this.names.join(', ')}`)
    return part
  }

  /** The paragraphs of the text, each with its style, whether it is in a list, stays with the next, and its pieces. */
  get paragraphs(): Paragraph[] {
    return [...this.part('word/document.xml').matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, xml]) => ({
      style: /<w:pStyle w:val="(\w+)"\/>/.exec(xml!)?.[1] ?? '',
      list: /<w:numId w:val="(\d+)"\/>/.exec(xml!)?.[1] ?? null,
      keepNext: xml!.includes('<w:keepNext'),
      pieces: [...xml!.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run]) => ({
        text: plain([...run!.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('')),
        bold: /<w:b\/>/.test(run!),
        italic: /<w:i\/>/.test(run!),
        newLine: run!.includes('<w:br/>'),
      })),
    }))
  }

  /** The whole text, every run of white space one space. */
  get text(): string {
    return this.paragraphs
      .map(({ pieces }) => pieces.map(({ text, newLine }) => (newLine ? ' ' : '') + text).join(''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
  }
}

interface Paragraph {
  style: string
  list: string | null
  keepNext: boolean
  pieces: { text: string; bold: boolean; italic: boolean; newLine: boolean }[]
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
