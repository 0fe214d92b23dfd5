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
  let test: TestOffice | undefined
  const host = await serveOffice((request) => test!.office.fetch(request), { host: '127.0.0.1', port: 0 })
  const port = Number(new URL(host.address).port)
  test = await open(namesOf('127.0.0.1', port))
  return { test, host, port }
}
