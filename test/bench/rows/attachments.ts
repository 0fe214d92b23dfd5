import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { pdf, stage, streamOf } from '../../support/attachments'
import { startChild } from '../../support/child'
import { httpBrowser } from '../../support/http'
import { officeWithClerk, PASSWORD, register, type TestBrowser } from '../../support/office'
import type { BenchRow } from '../BenchRow'
import { inFolder } from '../measure'

const MEGABYTE = 1 << 20
const SIZE = 180 * MEGABYTE
const LIMIT = 100

/** Megabytes of a process that are in memory now, or were at most since `forgetPeak` (Linux). */
function memoryOf(pid: number, which: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes] = new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** The Node host as it is served, with the office in it and the worker that looks into PDFs beside it, as a script. */
async function hostScript(): Promise<string> {
  const root = process.cwd()
  const outDir = join(root, 'node_modules/.cache/kiris-bench-host')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: ['test/support/childScript.ts', 'electron/core/attachments/pdfWorker.ts'],
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  return join(outDir, 'childScript.js')
}

function* partsOf(content: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += 1 << 16) yield content.subarray(at, at + (1 << 16))
}

const wire = { office: { fetch: (request: Request) => fetch(request) } }

/** Sends a file, attaches it to a new letter, and reads it as a viewer does: parts of it, then all of it. */
async function wholeWay(clerk: TestBrowser, name: string, content: Buffer): Promise<void> {
  const { token } = await stage(wire, clerk, name, streamOf(partsOf(content)))
  const { id } = await register(clerk)
  const [file] = await clerk.call.attachments.attach({ id, files: [{ token, role: 'letter' }] })
  const read = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${clerk.origin}/files/attachments/${file!.id}`, { headers: { cookie: clerk.cookie, ...headers } })
  const parts = Math.min(100, Math.floor(content.length / MEGABYTE))
  for (let part = 0; part < parts; part++) {
    const answer = await read({ range: `bytes=${part * MEGABYTE}-${(part + 1) * MEGABYTE - 1}` })
    const expected = content.subarray(part * MEGABYTE, (part + 1) * MEGABYTE)
    if (answer.status !== 206 || !expected.equals(await answer.bytes())) throw new Error('another part was read')
  }
  let bytes = 0
  for await (const part of (await read({})).body!) bytes += part.byteLength
  if (bytes !== content.length) throw new Error('not all of it was read')
}

const memory: BenchRow = {
  name: 'attachment/180mb-memory',
  run: () =>
    inFolder(async (dataDir) => {
      const prepared = await officeWithClerk({ dataDir })
      await prepared.office.close()
      const child = await startChild(await hostScript(), dataDir)
      const pid = child.process.pid!
      try {
        const clerk = httpBrowser(child.address)
        await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
        // The base is a process that has done all of it once, with an ordinary file.
        await wholeWay(clerk, 'small.pdf', pdf('small', 2 * MEGABYTE))
        const base = memoryOf(pid, 'VmRSS')
        forgetPeak(pid)
        await wholeWay(clerk, 'large.pdf', pdf('large', SIZE))
        const value = Math.round(memoryOf(pid, 'VmHWM') - base)
        return { value, unit: 'MB over the base, 180 MB in and out', peer: 'none', limit: LIMIT, ok: value <= LIMIT }
      } finally {
        await child.kill()
      }
    }),
}

export const rows = [memory]
