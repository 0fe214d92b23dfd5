import type { ErrorCode, ErrorParams } from '#shared/contract'
import { AppFault } from './fault'
import { guarded } from './guard'

const CODES = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found' } as const

/** Why an address under `/files/` did not answer: the code and parameters it names, or what its status says. */
export async function faultOf(response: Response): Promise<AppFault> {
  const { code, params } = await response.json().then(
    (body: { code?: ErrorCode; params?: ErrorParams } | null) => body ?? {},
    () => ({ code: undefined, params: undefined }),
  )
  return new AppFault(code ?? CODES[response.status as keyof typeof CODES] ?? 'internal', params)
}

/** Makes sure that a file of the office (`/files/…`) can be had before a frame or a printer asks for it. Errors: `unauthenticated` (waits for sign-in first), `forbidden`, `not_found`, those of the area, `internal`. */
export async function ensureFile(path: string): Promise<void> {
  await guarded(async () => {
    const response = await fetch(path, { credentials: 'same-origin' })
    if (!response.ok) throw await faultOf(response)
    await response.body?.cancel()
  }, false)
}

/**
 * Reads the bytes `from` … `to` (without `to`) of a file, so that a long one need not be loaded to show one page. `whole`: how many bytes the file has. An area that knows no parts answers with the
 * whole file. Errors: as `ensureFile`.
 */
export function readPart(
  path: string,
  { from, to, signal }: { from: number; to: number; signal: AbortSignal },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; whole: number }> {
  return guarded(async () => {
    const response = await fetch(path, { credentials: 'same-origin', headers: { range: `bytes=${from}-${to - 1}` }, signal })
    if (!response.ok) throw await faultOf(response)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const whole = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? bytes.length)
    return { bytes, whole }
  }, false)
}
