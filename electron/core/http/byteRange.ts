/** Part of a content: first and last byte, both inclusive. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * What a `Range` header asks of a content (RFC 9110 §14). `null`: the whole of it, also where the header is none, asks in another unit or for several parts (a server may leave it unheeded).
 * `'none'`: nothing of what it asks for is there.
 */
export function rangeOf(header: string | null, bytes: number): ByteRange | null | 'none' {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  if (from === '') {
    const length = Math.min(Number(to), bytes)
    return length === 0 ? 'none' : { first: bytes - length, last: bytes - 1 }
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return null
  return first >= bytes ? 'none' : { first, last: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) }
}
