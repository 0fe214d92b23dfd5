import { AppFault } from './fault'
import { faultOf } from './files'
import { guarded } from './guard'

/** What the sender of a file wants to know and to be able to do. */
export interface UploadOptions {
  /** Bytes sent so far. Not called where the host cannot tell. */
  onSent?: (bytes: number) => void
  /** Gives the upload up; it then rejects with the browser's `AbortError`. */
  signal?: AbortSignal
}

/**
 * Sends a file as it is to an address of the office, e.g. `/files/staged?name=…`, and hands back what the office answers. Errors: `AppFault` with the code and parameters of the answer; a lost session
 * waits for sign-in and sends once more.
 */
export function uploadFile<Answer>(path: string, file: Blob, options: UploadOptions = {}): Promise<Answer> {
  return guarded(async () => {
    // Only this older way tells how much was sent; on the desktop program's own scheme it carries no body.
    const send = location.protocol.startsWith('http') ? sendWatched : sendPlain
    const response = await send(path, file, options)
    if (!response.ok) throw await faultOf(response)
    return (await response.json()) as Answer
  }, false)
}

function sendPlain(path: string, file: Blob, { signal }: UploadOptions): Promise<Response> {
  return fetch(path, { method: 'POST', body: file, credentials: 'same-origin', ...(signal && { signal }) })
}

function sendWatched(path: string, file: Blob, { onSent, signal }: UploadOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted())
    const request = new XMLHttpRequest()
    const stop = (): void => request.abort()
    signal?.addEventListener('abort', stop)
    request.upload.addEventListener('progress', ({ loaded }) => onSent?.(loaded))
    request.addEventListener('load', () => {
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' }
      resolve(new Response(request.responseText, { status: request.status, headers }))
    })
    request.addEventListener('error', () => reject(new AppFault('host.unreachable')))
    request.addEventListener('abort', () => reject(aborted()))
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', stop))
    request.open('POST', path)
    request.send(file)
  })
}

const aborted = (): DOMException => new DOMException('', 'AbortError')
