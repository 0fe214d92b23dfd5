import { createHash } from 'node:crypto'
import { DIGEST_BYTES } from '#shared/domain'

/** A value as JSON in one form only: keys in the order of their code units, nothing that is undefined, no white space. What was stored as JSON and read again gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isPlain(part) ? inOrder(part) : part))
}

/** 16 bytes of SHA-256 (hex) over everything a slip shows but for its own proof, and a salt (hex), so that nobody can find out by guessing what the code does not say. */
export function slipDigest(facts: object, salt: string): string {
  const shown = { ...facts, proof: undefined, salt }
  return createHash('sha256')
    .update(canonicalJson(shown))
    .digest('hex')
    .slice(0, 2 * DIGEST_BYTES)
}

function isPlain(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

function inOrder(part: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(part)
      .sort()
      .map((key) => [key, part[key]]),
  )
}
