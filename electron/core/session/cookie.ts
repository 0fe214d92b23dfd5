const NAME = 'kiris_session'

/** `Set-Cookie` that begins a session: out of reach of scripts and of other sites; over TLS only where there is TLS. */
export function beginCookie(token: string, secure: boolean): string {
  return `${NAME}=${token}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

/** `Set-Cookie` that ends it. */
export const END_COOKIE = `${NAME}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`

/** The session token a request carries, or `null`. */
export function tokenOf(request: Request): string | null {
  const cookies = request.headers.get('cookie')?.split(/;\s*/) ?? []
  return cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1) || null
}
