import { AppFault } from './fault'
import { guarded } from './guard'

const CODES = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found' } as const

/** Makes sure that a file of the office (`/files/…`) can be had before a frame or a printer asks for it. Errors: `unauthenticated` (waits for sign-in first), `forbidden`, `not_found`, `internal`. */
export async function ensureFile(path: string): Promise<void> {
  await guarded(async () => {
    const response = await fetch(path, { credentials: 'same-origin' })
    await response.body?.cancel()
    if (!response.ok) throw new AppFault(CODES[response.status as keyof typeof CODES] ?? 'internal')
  }, false)
}
