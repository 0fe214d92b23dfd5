import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

let built: Promise<string> | undefined

/** Folder of the workers, built from the sources as they are; once in a process, and removed with it. Give it as `workersDir`. */
export function builtWorkers(): Promise<string> {
  return (built ??= buildWorkers())
}

async function buildWorkers(): Promise<string> {
  const root = process.cwd()
  // Inside node_modules, so that the packages are found from there.
  const parent = join(root, 'node_modules/.cache')
  mkdirSync(parent, { recursive: true })
  removeOld(parent)
  const outDir = mkdtempSync(join(parent, 'kiris-workers-'))
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
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
        input: ['electron/core/books/bookWorker.ts', 'electron/core/attachments/pdfWorker.ts'],
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  return outDir
}

/** Test processes are often killed, and leave their folder behind. */
function removeOld(parent: string): void {
  const hourAgo = performance.timeOrigin + performance.now() - 3_600_000
  for (const name of readdirSync(parent).filter((one) => one.startsWith('kiris-workers-'))) {
    const path = join(parent, name)
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < hourAgo) rmSync(path, { recursive: true, force: true })
  }
}
