import { FILES_FOLDER } from '#core/dataFolder'
import type { StagedFile } from '#shared/contract'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import type { TestBrowser, TestOffice } from './office'

/** A body as a stream: parts that are made only when they are asked for. */
export function streamOf(parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await source.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
    },
    { highWaterMark: 0 },
  )
}

type Body = Uint8Array | string | ReadableStream<Uint8Array>

/** Sends a file as the screen does: its raw content as a stream. `test` may be an office or anything else that answers requests. */
export function send(
  test: { office: Pick<TestOffice['office'], 'fetch'> },
  browser: TestBrowser,
  file: string | { name: string; entry: number },
  content: Body,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { name, entry = null } = typeof file === 'string' ? { name: file } : file
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const body = bytes instanceof ReadableStream ? bytes : streamOf([bytes])
  const meant = entry === null ? '' : `&entry=${entry}`
  const address = `${browser.origin}/files/staged?name=${encodeURIComponent(name)}${meant}`
  const request: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { cookie: browser.cookie, ...headers },
    body,
    duplex: 'half',
  }
  return test.office.fetch(new Request(address, request))
}

/** Sends a file that is accepted. `entry`: the one it is meant for. */
export async function stage(
  test: { office: Pick<TestOffice['office'], 'fetch'> },
  browser: TestBrowser,
  name: string,
  content: Body,
  { entry }: { entry?: number } = {},
): Promise<StagedFile> {
  const answer = await send(test, browser, entry === undefined ? name : { name, entry }, content)
  if (answer.status !== 201) throw new Error(`not accepted: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as StagedFile
}

/** A request of a signed-in browser for a file, with headers of its own. */
export function ask(
  test: Pick<TestOffice, 'office'>,
  browser: TestBrowser,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return test.office.fetch(new Request(`${browser.origin}${path}`, { headers: { cookie: browser.cookie, ...headers } }))
}

/** Every file of the store, as paths inside it. */
export function stored({ dataDir }: Pick<TestOffice, 'dataDir'>): string[] {
  const folder = join(dataDir, FILES_FOLDER)
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => statSync(join(folder, path)).isFile()).sort()
}

/** Where a content lies. */
export const pathOf = ({ dataDir }: Pick<TestOffice, 'dataDir'>, sha256: string): string =>
  join(dataDir, FILES_FOLDER, sha256.slice(0, 2), sha256)

/** A PDF of one page with a text of its own. */
export function pdf(text = 'Өтініш', size = 0): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Length ${size + Buffer.byteLength(text) + 2}>>stream\n%${text}\n${' '.repeat(size)}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = Buffer.byteLength(body)
    body += `${at + 1} 0 obj${object}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = Buffer.byteLength(body)
  return Buffer.from(`${body}xref\n0 5\n0000000000 65535 f \n${table}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
}

/** A picture of one colour. */
export const picture = (width = 40, height = 60, colour = '#7a9'): sharp.Sharp =>
  sharp({ create: { width, height, channels: 3, background: colour } })

/** A WAV of a tenth of a second. */
export function wav(): Buffer {
  const data = Buffer.alloc(1600, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  for (const [value, at] of [
    [16, 16],
    [16_000, 24],
    [16_000, 28],
  ] as const)
    head.writeUInt32LE(value, at)
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [1, 32],
    [8, 34],
  ] as const)
    head.writeUInt16LE(value, at)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** An MP4 file of a brand with one track: `soun` or `vide`. */
export function mp4(brand: string, track: 'soun' | 'vide'): Buffer {
  const handler = box('hdlr', Buffer.alloc(8), Buffer.from(track, 'latin1'), Buffer.alloc(13))
  const moov = box('moov', box('trak', box('mdia', handler)))
  return Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')), box('mdat', Buffer.alloc(64)), moov])
}

/** A ZIP archive of stored entries. */
export function zip(entries: Record<string, string>): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)]
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    files.push(Buffer.from('PK\u0003\u0004'), fields, title, data)
    list.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), fields, place, title)
    at += 30 + title.length + data.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, directory, end])
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A document for Word with further parts, or with another type of its main part. */
export const word = (more: Record<string, string> = {}, type = MAIN): Buffer =>
  zip({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    'word/document.xml': '<w:document/>',
    ...more,
  })
