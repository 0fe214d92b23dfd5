/** The scheme the program is served on, and its one address. A scheme of our own: no port is opened and no file is reachable by path. */
export const SCHEME = 'kiris'
const HOST = 'office'
export const OFFICE_URL = `${SCHEME}://${HOST}/`

/**
 * The address parsed, when it is one of ours; otherwise `undefined`. Scheme and host are compared whole: a prefix test would let `kiris://office.example/` pass.
 * Addresses with a user, a password or a port are not ours.
 */
export function ourUrl(address: string): URL | undefined {
  const url = parsed(address)
  if (url?.protocol !== `${SCHEME}:` || url.host !== HOST || url.username || url.password) return undefined
  return url
}

/** Whether an address belongs to the program itself. */
export function isOurs(address: string): boolean {
  return ourUrl(address) !== undefined
}

/**
 * The address of a document the core keeps, from a path a page named (`/files/slips/…`). `undefined` for anything that leads out of `/files/`, by dots, by another host or
 * by another scheme.
 */
export function documentUrl(path: string): string | undefined {
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return undefined
  const url = ourUrl(`${SCHEME}://${HOST}${path}`)
  return url?.pathname.startsWith('/files/') ? url.href : undefined
}

function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
