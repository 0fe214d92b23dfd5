import { layOut } from '#core/slips/form/layOut'
import { FACES, Faces } from '#core/paper/faces'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { renderSlip, slipFacts } from '../../documents/slipFixtures'
import type { BenchRow } from '../BenchRow'
import { median, ratio } from '../measure'
import { plainPdf } from '../plainPdf'

const ROUNDS = 60

const warm: BenchRow = {
  name: 'slip/warm',
  async run() {
    const facts = slipFacts()
    const faces = new Faces(join(process.cwd(), 'resources/fonts'))
    const { marks } = layOut(faces, facts)
    // As in the program: files read once, parsed for each document.
    const fonts = new Map(FACES.map((face) => [face as string, faces.file(face)]))
    const details = { lang: 'kk', info: { Title: 'Талон Ж-0619/26', CreationDate: new Date('2026-12-11T06:09:00Z') } }
    const value = await ratio(
      ROUNDS,
      () => renderSlip(facts),
      () => plainPdf(marks, fonts, details),
    )
    return {
      value,
      unit: 'ratio',
      peer: 'same page drawn with plain pdfkit, same fonts, places known',
      limit: 1.3,
      ok: value <= 1.3,
    }
  },
}

const STARTS = 5

const cold: BenchRow = {
  name: 'slip/cold',
  async run() {
    const root = process.cwd()
    const outDir = join(root, 'node_modules/.cache/kiris-bench-slip')
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: 'test/bench/firstSlip.ts',
        outDir,
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'first.mjs' } },
      },
    })
    const start = (): number => +execFileSync(process.execPath, [join(outDir, 'first.mjs')], { encoding: 'utf8' })
    const value = median(Array.from({ length: STARTS }, start))
    return { value, unit: 'CPU seconds, start of the process to first PDF', peer: 'none', limit: 1, ok: value <= 1 }
  },
}

export const rows: BenchRow[] = [warm, cold]
