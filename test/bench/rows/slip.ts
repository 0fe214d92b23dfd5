import { FACES, Faces } from '#core/paper/faces'
import { renderSlips } from '#core/slips/slipDocument'
import { layOutSlip } from '#core/slips/slipLayout'
import { SLIP_FORMATS, type SlipFormat } from '#shared/contract'
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { renderSlip, slipFacts } from '../../documents/slipFixtures'
import { proofOf } from '../../documents/slipProof'
import type { BenchRow } from '../BenchRow'
import { median, ratio, timed } from '../measure'
import { plainPdf } from '../plainPdf'

const ROUNDS = 60

/** One slip of a format, laid out, coded, tagged and written, against the same marks drawn with plain pdfkit. */
const warm = (format: SlipFormat): BenchRow => ({
  name: `slip/${format}`,
  async run() {
    const facts = slipFacts({ format, proof: proofOf() })
    const faces = new Faces(join(process.cwd(), 'resources/fonts'))
    const pages = layOutSlip(faces, facts)
    // As in the program: files read once, parsed for each document.
    const fonts = new Map(FACES.map((face) => [face as string, faces.file(face)]))
    const details = { lang: 'kk', info: { Title: 'Талон Ж-0619/26', CreationDate: new Date('2026-12-11T06:09:00Z') } }
    const value = await ratio(
      ROUNDS,
      () => renderSlip(facts),
      () => plainPdf(pages, fonts, details),
    )
    const peer = 'same pages drawn with plain pdfkit, same fonts, places known, no tags'
    return { value, unit: 'ratio', peer, limit: 1.3, ok: value <= 1.3 }
  },
})

const MANY = 1000
const many = (): ReturnType<typeof slipFacts>[] =>
  Array.from({ length: MANY }, (_, index) =>
    slipFacts({ number: `Ж-${index}/26`, numberParts: [{ text: `Ж-${index}/26`, isSequence: true }], proof: proofOf(index) }),
  )

const onePdf: BenchRow = {
  name: 'slip/1000-one-pdf',
  async run() {
    const slips = many()
    await renderSlips(slips.slice(0, 20))
    const value = (await timed(() => renderSlips(slips))) / MANY
    return { value, unit: 'ms each, 1,000 A5 slips in one PDF', peer: 'none', limit: 15, ok: value <= 15 }
  },
}

const files: BenchRow = {
  name: 'slip/1000-files-memory',
  async run() {
    const dir = join(process.cwd(), 'node_modules/.cache/kiris-bench-slips')
    mkdirSync(dir, { recursive: true })
    const peaks = [0, 0]
    try {
      const slips = many()
      for (const [index, facts] of slips.entries()) {
        writeFileSync(join(dir, `${index % 50}.pdf`), await renderSlip(facts))
        const half = index < slips.length / 2 ? 0 : 1
        peaks[half] = Math.max(peaks[half]!, process.memoryUsage().rss / 1024 / 1024)
      }
      // Flat: what is not collected yet comes and goes, but the second five hundred need no more than the first.
      const value = Math.max(0, peaks[1]! - peaks[0]!)
      return { value, unit: 'MB that the second 500 took more than the first', peer: 'none', limit: 50, ok: value <= 50 }
    } finally {
      rmSync(dir, { recursive: true, force: true })
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

export const rows: BenchRow[] = [...SLIP_FORMATS.map(warm), cold, onePdf, files]
