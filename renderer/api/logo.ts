import type { ErrorCode, ErrorParams } from '#shared/contract'
import { AppFault } from './fault'
import { guarded } from './guard'

/** Sends the picture for the office's papers; gives its SHA-256, by which the settings name it. Errors: those of `POST /files/papers/logo`, `internal`. */
export function sendLogo(file: Blob): Promise<string> {
  return guarded(async () => {
    const headers = { 'content-type': file.type }
    const response = await fetch('/files/papers/logo', { method: 'POST', body: file, headers, credentials: 'same-origin' })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok && isSent(answer)) return answer.sha256
    throw refusedBy(answer)
  }, false)
}

function isSent(answer: unknown): answer is { sha256: string } {
  return typeof answer === 'object' && answer !== null && 'sha256' in answer && typeof answer.sha256 === 'string'
}

function refusedBy(answer: unknown): AppFault {
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) return new AppFault('internal')
  return new AppFault(answer.code as ErrorCode, 'params' in answer ? (answer.params as ErrorParams) : {})
}
