import { isOurs } from './origin'

/** Name of the office inside the program. Nothing listens there; it only gives requests an origin. */
export const INNER_HOST = 'office'
const INNER_ORIGIN = `http://${INNER_HOST}`

/**
 * The request as the core knows requests from a browser: over `http`, where an address has an origin. In Node an address of our own scheme has none (`null`), and the
 * core's check of the sender's origin could never hold. An origin that is not ours is left as it is, so that the core refuses it.
 */
export function asHttp(request: Request): Request {
  const { pathname, search } = new URL(request.url)
  const headers = new Headers(request.headers)
  const origin = headers.get('origin')
  if (origin !== null && isOurs(origin)) headers.set('origin', INNER_ORIGIN)
  const { method, body, signal } = request
  return new Request(`${INNER_ORIGIN}${pathname}${search}`, {
    method,
    headers,
    signal,
    ...(body ? { body, duplex: 'half' } : {}),
  })
}
