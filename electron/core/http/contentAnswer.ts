import type { StoredFile } from '../attachments/Attachment.entity'
import type { WholeContent } from '../attachments/fileStore'
import { rangeOf, type ByteRange } from './byteRange'

/** Bytes read and sent at once. */
const PART = 1 << 16

/** A stored file as an answer: streamed from the disk, whole or the part that is asked for (206; 416 where there is none). The file is opened when the first byte is asked for, so that an answer nobody reads holds none. */
export function contentAnswer(request: Request, file: StoredFile, { open, bytes }: WholeContent): Response {
  const etag = `"${file.sha256}"`
  const headers = new Headers({
    'content-type': file.type,
    'content-disposition': disposition(file, new URL(request.url).searchParams.has('download')),
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
    etag,
  })
  const condition = request.headers.get('if-range')
  const range = condition === null || condition === etag ? rangeOf(request.headers.get('range'), bytes) : null
  if (range !== 'none') headers.set('content-length', String(range ? range.last - range.first + 1 : bytes))
  if (range === 'none') headers.set('content-range', `bytes */${bytes}`)
  else if (range) headers.set('content-range', `bytes ${range.first}-${range.last}/${bytes}`)
  const status = range === 'none' ? 416 : range ? 206 : 200
  if (range === 'none' || request.method === 'HEAD') return new Response(null, { status, headers })
  return new Response(partOf(open, range ?? { first: 0, last: bytes - 1 }), { status, headers })
}

/** Read only when the receiver takes more, so that a slow one holds no memory. */
function partOf(open: WholeContent['open'], { first, last }: ByteRange): ReadableStream<Uint8Array> {
  let at = first
  let opened: ReturnType<WholeContent['open']> | undefined
  const close = async (): Promise<void> => (await opened)?.close()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const handle = await (opened ??= open())
        const length = Math.min(PART, last + 1 - at)
        const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, at)
        at += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        if (bytesRead > 0 && at <= last) return
        await close()
        // A file cut off under our hands must not look like a whole one.
        if (at <= last) controller.error(new Error('the file ended before its time'))
        else controller.close()
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}

function disposition({ kind, name }: StoredFile, isDownload: boolean): string {
  // A browser shows no document of Word.
  const how = isDownload || kind === 'docx' ? 'attachment' : 'inline'
  // RFC 8187 leaves out more signs than encodeURIComponent does.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename*=UTF-8''${encoded}`
}
