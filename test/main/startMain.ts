import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'
import { root } from '../architecture/graph'
import { standIn, type StandIn, type StandInWindow } from './standIn'

/** Makes sure that `out/` is the program as its sources stand. */
export function built(): void {
  execFileSync(process.execPath, [join(root, 'electron/build.mjs')], { cwd: root })
}

const folders: string[] = []
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A fresh folder, removed when this process ends. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiris-main-'))
  folders.push(folder)
  return folder
}

/** What a test may settle before the start. */
export interface Before {
  /** Folder of the register; a fresh one unless given. */
  dataDir?: string
  /** Further words of the command line. */
  args?: readonly string[]
  packaged?: boolean
  first?: boolean
}

/** The built main process, loaded on a stand-in. */
export interface Loaded extends StandIn {
  dataDir: string
  /** Takes back what loading changed in this process. */
  undo(): void
}

/** Runs `out/main/index.js` as Electron would. */
export async function load({ dataDir = temporary(), args = [], packaged = false, first = true }: Before = {}): Promise<Loaded> {
  const electron = standIn({ userData: temporary(), packaged, first })
  const before = {
    argv: process.argv,
    uncaught: process.listeners('uncaughtException'),
    rejected: process.listeners('unhandledRejection'),
  }
  // Where Electron keeps what stands beside the archive of an installed program.
  Object.defineProperty(process, 'resourcesPath', { value: root, configurable: true })
  process.argv = ['electron', root, '--data', dataDir, ...args]
  vi.resetModules()
  vi.doMock('electron', () => ({ ...electron.module, default: electron.module }))
  await import(/* @vite-ignore */ pathToFileURL(join(root, 'out/main/index.js')).href)
  const undo = () => {
    process.argv = before.argv
    for (const listener of process.listeners('uncaughtException'))
      if (!before.uncaught.includes(listener)) process.off('uncaughtException', listener)
    for (const listener of process.listeners('unhandledRejection'))
      if (!before.rejected.includes(listener)) process.off('unhandledRejection', listener)
    vi.doUnmock('electron')
  }
  return { ...electron, dataDir, undo }
}

/** The main process with the real office behind it, its window asked to show the office. */
export interface Started extends Loaded {
  window: StandInWindow
  /** Sends a request as the page does. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Calls a procedure as the page does; `json` is what the procedure answered. */
  call(procedure: string, input?: unknown): Promise<{ status: number; json: unknown }>
  /** Ends it as quitting does; waits until the office is closed. */
  stop(): Promise<void>
}

/** Loads the main process and waits for its window. Throws with the words of the error box when the office does not open. */
export async function startMain(before: Before = {}): Promise<Started> {
  const loaded = await load(before)
  await vi.waitUntil(() => (loaded.windows[0]?.loaded.length ?? 0) + loaded.dialog.showErrorBox.mock.calls.length > 0, {
    timeout: 60_000,
  })
  const told = loaded.dialog.showErrorBox.mock.calls[0]
  if (told) throw new Error(told.join('\n'))
  const request = async (path: string, init: RequestInit = {}) => {
    const handler = loaded.handlers.get('kiris')
    if (!handler) throw new Error('nothing answers kiris:')
    return handler(new Request(path.startsWith('/') ? `kiris://office${path}` : path, init))
  }
  const call = async (procedure: string, input: unknown = {}) => {
    const headers = { 'content-type': 'application/json', origin: 'kiris://office' }
    const answer = await request(`/rpc/${procedure}`, { method: 'POST', headers, body: JSON.stringify({ json: input }) })
    return { status: answer.status, json: ((await answer.json()) as { json: unknown }).json }
  }
  const stop = async () => {
    const before = loaded.app.quit.mock.calls.length
    if (loaded.app.fire('will-quit')) await vi.waitUntil(() => loaded.app.quit.mock.calls.length > before, { timeout: 15_000 })
    loaded.undo()
  }
  return { ...loaded, window: loaded.windows[0]!, request, call, stop }
}
