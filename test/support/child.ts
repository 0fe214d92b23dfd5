import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { resourcesDir } from './office'

/** Bundles the office for a process of its own and returns the script. Each test process has its own copy, so that two never write the same one. */
export async function bundleChild(): Promise<string> {
  const outDir = join(process.cwd(), 'node_modules/.cache/kiris-test', String(process.pid))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...{ ssr: join(import.meta.dirname, 'childScript.ts'), outDir, emptyOutDir: true, target: 'node20' },
      rollupOptions: { output: { entryFileNames: 'office.mjs' } },
    },
  })
  return join(outDir, 'office.mjs')
}

/** Removes the bundle. */
export function removeBundle(script: string): void {
  rmSync(join(script, '..'), { recursive: true, force: true })
}

/** What the process said first: where it serves, or why it does not. */
export interface ChildOffice {
  process: ChildProcess
  address: string
  refused: { code: string; params: Record<string, string> } | null
  /** `kill -9`, and waits until the process is gone. */
  kill(): Promise<void>
}

/** Options of a process: the office's moment, a user to become after start (numeric), a command to run it under. */
interface ChildOptions {
  moment?: string
  user?: number
  under?: string[]
}

/** Starts an office in a process of its own and waits for its first line. */
export async function startChild(script: string, dataDir: string, options: ChildOptions = {}): Promise<ChildOffice> {
  const { moment = '2026-12-11T06:08:00.000Z', user, under = [] } = options
  const [command, ...args] = [...under, process.execPath, script, dataDir, resourcesDir, moment, user ?? ''].map(String)
  const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const said = once(createInterface(child.stdout!), 'line') as Promise<[string]>
  const first = await Promise.race([said, gone.then(([code]) => Promise.reject(new Error(`child ended with ${code}`)))])
  const {
    address = '',
    code,
    params,
  } = JSON.parse(first[0]) as { address?: string; code?: string; params?: Record<string, string> }
  return {
    process: child,
    address,
    refused: code === undefined ? null : { code, params: params ?? {} },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
