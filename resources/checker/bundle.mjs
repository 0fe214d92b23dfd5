// Makes the script of the checker page: one file without imports, for browsers of the last six years.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** Name of the made script in the folder of built files. */
export const CHECKER_SCRIPT = 'checker.js'

/** The script as text. */
export async function checkerScript() {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    build: {
      write: false,
      target: 'es2020',
      minify: true,
      lib: { entry: join(here, 'checker.ts'), formats: ['iife'], name: 'checker', fileName: 'checker' },
    },
  })
  const [{ output }] = Array.isArray(made) ? made : [made]
  return output[0].code
}

/** Vite plugin: puts the script beside the program's own built files. */
export const checkerBeside = {
  name: 'checker',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: CHECKER_SCRIPT, source: await checkerScript() })
  },
}
