import { serve } from '@hono/node-server'
import type { AddressInfo, Server } from 'node:net'
import { networkInterfaces, hostname } from 'node:os'

/** A running Node host. */
export interface RunningHost {
  /** Address to type into a browser. */
  address: string
  /** Stops taking requests and waits for those under way. */
  stop(): Promise<void>
}

/** Whether only this computer reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Names under which a host may be called in a request; everything else is refused (DNS rebinding). */
export function namesOf(host: string, port: number): string[] {
  const wild = host === '0.0.0.0' || host === '::'
  const own = wild ? Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((entry) => entry.address)) : [host]
  const names = isLoopback(host) ? ['127.0.0.1', 'localhost', '::1', ...own] : [...own, hostname(), 'localhost']
  return [...new Set(names)].map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`)
}

/** Serves the office's handler. `port` 0 takes a free one. Rejects with the system's error (`EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`). */
export function serveOffice(
  fetch: (request: Request) => Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<RunningHost> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info: AddressInfo) => {
      const name = host === '0.0.0.0' || host === '::' ? hostname() : host.includes(':') ? `[${host}]` : host
      resolve({
        address: `http://${name}:${info.port}/`,
        stop: () => stop(server as Server & { closeIdleConnections?: () => void }),
      })
    })
    server.once('error', reject)
  })
}

function stop(server: Server & { closeIdleConnections?: () => void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections?.()
  })
}
