/** The cookie by which the core knows a session (`electron/core/http`). */
const SESSION_COOKIE = 'kiris_session'

type Fetch = (request: Request) => Promise<Response>

/**
 * Keeps the session of the window on this side: custom schemes have no cookies, and so no script of the page can ever reach it. The value lives in memory only, so
 * closing the program signs the clerk out.
 *
 * Returns `fetch` with the session added to each request and `Set-Cookie` taken out of each answer.
 */
export function withSessionJar(fetch: Fetch): Fetch {
  let session: string | undefined
  return async (request) => {
    const headers = new Headers(request.headers)
    headers.delete('cookie')
    if (session) headers.set('cookie', `${SESSION_COOKIE}=${session}`)
    const response = await fetch(new Request(request, { headers }))
    const cookies = response.headers.getSetCookie()
    if (cookies.length === 0) return response
    for (const cookie of cookies) session = sessionAfter(cookie, session)
    return withoutCookies(response)
  }
}

/** The session that holds after a `Set-Cookie` line: the new value, none when it was taken back, the old one when the line is about another cookie. */
function sessionAfter(line: string, before: string | undefined): string | undefined {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const equals = pair.indexOf('=')
  if (pair.slice(0, equals) !== SESSION_COOKIE) return before
  const gone = attributes.some((attribute) => /^max-age=(0|-.*)$/i.test(attribute) || isPast(attribute))
  return gone ? undefined : pair.slice(equals + 1) || undefined
}

function isPast(attribute: string): boolean {
  const match = /^expires=(.*)$/i.exec(attribute)
  return match !== null && Date.parse(match[1] ?? '') <= Date.now()
}

function withoutCookies(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  const { status, statusText } = response
  return new Response(response.body, { status, statusText, headers })
}
