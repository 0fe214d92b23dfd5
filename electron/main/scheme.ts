import type { Protocol } from 'electron'
import { ourUrl, SCHEME } from './origin'

/** Makes `kiris:` a scheme like `https:`: an origin of its own, a secure context, `fetch` and streamed answers. Must run before the app is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** Answers every request of the pages by the office. Addresses of the scheme that are not the office get 404, a fault of the office gets 500 without a word of detail. */
export function serveOffice(
  protocol: Pick<Protocol, 'handle'>,
  fetch: (request: Request) => Promise<Response>,
  failed: (error: unknown) => void,
): void {
  protocol.handle(SCHEME, async (request) => {
    if (!ourUrl(request.url)) return new Response(null, { status: 404 })
    try {
      return await fetch(request)
    } catch (error) {
      failed(error)
      return new Response(null, { status: 500 })
    }
  })
}
