import { request, type IncomingHttpHeaders } from 'node:http'
import { namesOf, serveOffice, type RunningHost } from '../../electron/server/host'
import { TestBrowser, type TestOffice } from './office'

/** A test office behind the Node host on a free port. */
export interface ServedOffice {
  host: RunningHost
  origin: string
  /** A browser that comes over HTTP. */
  browser(): TestBrowser
}

/** A browser that reaches an address over HTTP. */
export function httpBrowser(address: string): TestBrowser {
  return new TestBrowser({ fetch: (request) => fetch(request) }, address.replace(/\/$/, ''))
}

/** Serves an open office over HTTP. */
export async function serve(test: TestOffice): Promise<ServedOffice> {
  const host = await serveOffice((request) => test.office.fetch(request), { host: '127.0.0.1', port: 0 })
  return { host, origin: host.address.replace(/\/$/, ''), browser: () => httpBrowser(host.address) }
}

/** A port first, then the office that knows under which names it may be called, as the Node host does it. */
export async function serveGuarded(
  open: (allowedHosts: string[]) => Promise<TestOffice>,
): Promise<{ test: TestOffice; host: RunningHost; port: number }> {
  const opened: { test?: TestOffice } = {}
  const host = await serveOffice((request) => opened.test!.office.fetch(request), { host: '127.0.0.1', port: 0 })
  const port = Number(new URL(host.address).port)
  const test = (opened.test = await open(namesOf('127.0.0.1', port)))
  return { test, host, port }
}

/** What came back over the wire. */
export interface WireAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends bytes as they are given: unlike `fetch`, neither the path nor the headers are put in order first. */
export function overWire(
  port: number,
  { body, ...options }: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, agent: false, ...options }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
