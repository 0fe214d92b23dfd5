import { deflateSync } from 'node:zlib'

type Place = { position: number; generation: number } | { stream: number; index: number }

/** A PDF written object by object, with every structure a file may have and none of a library's habits. */
export class RawPdf {
  private parts: Buffer[] = []
  private length = 0
  readonly places = new Map<number, Place>()

  constructor(header = '%PDF-1.5\n%\xe2\xe3\xcf\xd3\n') {
    this.add(header)
  }

  get position(): number {
    return this.length
  }

  get bytes(): Buffer {
    return Buffer.concat(this.parts)
  }

  /** What was written since the last time, for files too large to be kept in memory. */
  take(): Buffer {
    const { bytes } = this
    this.parts = []
    return bytes
  }

  add(part: string | Buffer): this {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    this.parts.push(bytes)
    this.length += bytes.length
    return this
  }

  object(number: number, body: string, generation = 0): this {
    this.places.set(number, { position: this.length, generation })
    return this.add(`${number} ${generation} obj\n${body}\nendobj\n`)
  }

  stream(number: number, data: string | Buffer, entries = ''): this {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
    this.places.set(number, { position: this.length, generation: 0 })
    return this.add(`${number} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`).add(bytes).add('\nendstream\nendobj\n')
  }

  /** Objects packed into an object stream. */
  packed(number: number, objects: Record<number, string>): this {
    let at = 0
    const heads = Object.entries(objects).map(([member, body], index) => {
      this.places.set(Number(member), { stream: number, index })
      const head = `${member} ${at}`
      at += body.length + 1
      return head
    })
    const head = `${heads.join(' ')} `
    const data = deflateSync(Buffer.from(head + Object.values(objects).join(' '), 'latin1'))
    return this.stream(number, data, `/Type/ObjStm/N ${heads.length}/First ${head.length}/Filter/FlateDecode`)
  }

  /** A table over the given objects (or all). `eol` of two signs makes entries of 20 bytes, as they should be. Gives its position. */
  table(
    trailer: string,
    { numbers = [...this.places.keys()], eol = ' \n', shift = 0, zero = true, first = 0 }: TableOptions = {},
  ): number {
    const at = this.length
    this.add('xref\n')
    if (zero && first === 0) this.add(`0 1\n0000000000 65535 f${eol}`)
    if (first > 0) this.add(`${first} ${numbers.length + 1}\n0000000000 65535 f${eol}`)
    for (const number of numbers.toSorted((a, b) => a - b)) {
      const place = this.places.get(number)!
      const [position, generation, kind] = 'position' in place ? [place.position + shift, place.generation, 'n'] : [0, 0, 'f']
      if (first === 0) this.add(`${number} 1\n`)
      this.add(`${String(position).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${kind}${eol}`)
    }
    this.add(`trailer\n<<${trailer}>>\n`)
    return at
  }

  /** A cross-reference stream over all objects so far, with or without PNG's «Up» predictor. Gives its position. */
  tableStream(number: number, trailer: string, predictor: boolean, numbers = [...this.places.keys(), number]): number {
    const at = this.length
    this.places.set(number, { position: at, generation: 0 })
    const known = numbers.toSorted((a, b) => a - b)
    const rows = known.map((one) => {
      const place = this.places.get(one)!
      const row = Buffer.alloc(6)
      row[0] = 'position' in place ? 1 : 2
      row.writeUInt32BE('position' in place ? place.position : place.stream, 1)
      row[5] = 'position' in place ? place.generation : place.index
      return row
    })
    const up = rows.map((row, i) => Buffer.from([2, ...row.map((byte, j) => byte - (rows[i - 1]?.[j] ?? 0))]))
    const parms = predictor ? '/DecodeParms<</Predictor 12/Columns 6>>' : ''
    const index = known.map((one) => `${one} 1`).join(' ')
    const entries = `/Type/XRef/W[1 4 1]/Index[${index}]${trailer}/Filter/FlateDecode${parms}`
    this.stream(number, deflateSync(Buffer.concat(predictor ? up : rows)), entries)
    return at
  }

  end(at: number): Buffer {
    return this.add(`startxref\n${at}\n%%EOF\n`).bytes
  }
}

interface TableOptions {
  numbers?: number[]
  eol?: string
  shift?: number
  zero?: boolean
  first?: number
}
