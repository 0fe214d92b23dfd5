import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RawPdf } from './rawPdf'
import { letterPdf, STAMP, textIn } from './stampedPdfFixtures'

const MB = 1024 * 1024
let dir: string
let bundle: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kiris-large-'))
  bundle = join(process.cwd(), 'node_modules/.cache/kiris-stamp', String(process.pid))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...{ ssr: join(import.meta.dirname, 'stampedPdfChild.ts'), outDir: bundle, emptyOutDir: true, target: 'node20' },
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  writeFileSync(join(dir, 'small.pdf'), await letterPdf())
})
afterAll(() => {
  rmSync(dir, { recursive: true, force: true })
  rmSync(bundle, { recursive: true, force: true })
})

interface Said {
  seen: { condition: string; pages: number | null } | null
  pages: number
  grown: number
}

function stampedInAChild(source: string, kind: string): { said: Said; target: string } {
  const target = join(dir, 'target.pdf')
  const args = [
    join(bundle, 'child.mjs'),
    source,
    kind,
    target,
    join(dir, 'small.pdf'),
    join(process.cwd(), 'resources/fonts'),
    JSON.stringify(STAMP),
  ]
  return { said: JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Said, target }
}

/** A PDF of 180 MB of scans: 45 pages, each with 4 MB that cannot be packed. */
function largePdf(file: string, style: 'table' | 'stream'): void {
  const pages = 45
  const pdf = new RawPdf().object(1, '<</Type/Catalog/Pages 2 0 R>>').object(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')
  const kids = Array.from({ length: pages }, (_, i) => 10 + i * 3)
  pdf.object(2, `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${pages}/MediaBox[0 0 595 842]>>`)
  writeFileSync(file, '')
  kids.forEach((kid, i) => {
    const resources = `/Resources<</Font<</F1 3 0 R>>/XObject<</Scan ${kid + 2} 0 R>>>>`
    pdf.object(kid, `<</Type/Page/Parent 2 0 R/Contents ${kid + 1} 0 R${resources}>>`)
    pdf.stream(kid + 1, `BT /F1 14 Tf 60 200 Td (Page ${i + 1}) Tj ET`).stream(kid + 2, randomBytes(4 * MB), '/Kind/Scan')
    appendFileSync(file, pdf.take())
  })
  const trailer = `/Size ${kids.at(-1)! + 4}/Root 1 0 R`
  const at = style === 'table' ? pdf.table(trailer) : pdf.tableStream(kids.at(-1)! + 3, trailer, true)
  pdf.end(at)
  appendFileSync(file, pdf.take())
}

function sameBeginning(one: string, other: string): boolean {
  const [a, b] = [openSync(one, 'r'), openSync(other, 'r')]
  try {
    const [left, right] = [Buffer.alloc(MB), Buffer.alloc(MB)]
    for (;;) {
      const read = readSync(a, left)
      if (read === 0) return true
      if (readSync(b, right, 0, read, null) !== read || !left.subarray(0, read).equals(right.subarray(0, read))) return false
    }
  } finally {
    closeSync(a)
    closeSync(b)
  }
}

it.each(['table', 'stream'] as const)('a PDF of 180 MB (references as %s) is inspected and stamped in little memory', (style) => {
  const source = join(dir, 'large.pdf')
  largePdf(source, style)
  const { size } = statSync(source)
  expect(size).toBeGreaterThan(180 * MB)
  const { said, target } = stampedInAChild(source, 'pdf')
  console.log(`180 MB, ${style}: ${said.grown.toFixed(1)} MB`)
  expect(said).toMatchObject({ seen: { condition: 'whole', pages: 45 }, pages: 45 })
  expect(said.grown).toBeLessThan(100)
  expect(sameBeginning(source, target)).toBe(true)
  expect(statSync(target).size - size).toBeLessThan(100 * 1024)
  expect(textIn(target)).toMatch(/Page 1 .*Ж-0619\/26/)
})

it('a TIFF of 120 MB is stamped in little memory', async () => {
  const source = join(dir, 'large.tiff')
  // A4 at 600 dpi and a little more, with the noise of a scanner.
  const noise = { type: 'gaussian', mean: 200, sigma: 20 } as const
  await sharp({ create: { width: 5400, height: 7400, channels: 3, background: '#ffffff', noise } })
    .tiff({ compression: 'none', xres: 23.62, yres: 23.62 })
    .toFile(source)
  expect(statSync(source).size).toBeGreaterThan(110 * MB)
  const { said } = stampedInAChild(source, 'tiff')
  console.log(`TIFF: ${said.grown.toFixed(1)} MB`)
  expect(said.pages).toBe(1)
  expect(said.grown).toBeLessThan(100)
})
