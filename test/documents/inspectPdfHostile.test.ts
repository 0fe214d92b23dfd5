import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawPdf } from './rawPdf'
import { letterPdf } from './stampedPdfFixtures'

const MB = 1024 * 1024
let dir: string
let bundle: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kiris-hostile-'))
  bundle = join(process.cwd(), 'node_modules/.cache/kiris-inspect', String(process.pid))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...{ ssr: join(import.meta.dirname, 'inspectPdfChild.ts'), outDir: bundle, emptyOutDir: true, target: 'node20' },
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  writeFileSync(join(dir, 'small.pdf'), await letterPdf())
})
afterAll(() => {
  rmSync(dir, { recursive: true, force: true })
  rmSync(bundle, { recursive: true, force: true })
})

/** What a process of its own says that inspects the file: what it saw, and how much memory it took (MB). */
function inspectedInAChild(bytes: Buffer): { seen: { condition: string }; grown: number } {
  const file = join(dir, 'file.pdf')
  writeFileSync(file, bytes)
  const said = execFileSync(process.execPath, [join(bundle, 'child.mjs'), file, join(dir, 'small.pdf')], {
    encoding: 'utf8',
    timeout: 50_000,
  })
  return JSON.parse(said) as ReturnType<typeof inspectedInAChild>
}

const PAGE = (pdf: RawPdf): RawPdf =>
  pdf
    .object(1, '<</Type/Catalog/Pages 2 0 R>>')
    .object(2, '<</Type/Pages/Kids[3 0 R]/Count 1>>')
    .object(3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>')

/** Sections in a long chain, each of which unpacks to much. */
function longChain(): Buffer {
  const pdf = PAGE(new RawPdf())
  const packed = deflateSync(Buffer.alloc(40 * MB))
  let previous = ''
  let at = 0
  for (let save = 0; save < 20; save++) {
    at = pdf.position
    pdf.stream(10 + save, packed, `/Type/XRef/W[1 4 1]/Size 9/Root 1 0 R/Filter/FlateDecode${previous}`)
    previous = `/Prev ${at}`
  }
  return pdf.end(at)
}

/** Runs that repeat a byte, packed once more: a few kilobytes become a gigabyte. */
function runsOfBytes(): Buffer {
  const pdf = PAGE(new RawPdf())
  const runs = Buffer.alloc(16 * MB, Buffer.from([129, 0]))
  const at = pdf.position
  const filters = '/Filter[/FlateDecode/RunLengthDecode]'
  pdf.stream(10, deflateSync(runs), `/Type/XRef/W[1 4 1]/Size 9/Root 1 0 R${filters}`)
  return pdf.end(at)
}

/** An object stream of millions of numbers, which the first page is said to be in. */
function packedObjects(): Buffer {
  const pdf = new RawPdf().object(1, '<</Type/Catalog/Pages 2 0 R>>')
  pdf.places.set(2, { stream: 9, index: 0 })
  const data = deflateSync(Buffer.from(`2 0 ${'[' + '0 '.repeat(7 * MB)}]`))
  pdf.stream(9, data, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode')
  return pdf.end(pdf.tableStream(10, '/Size 20/Root 1 0 R', false))
}

/** Far more runs than a table has, each of which is looked for among all others. */
function manyRuns(): Buffer {
  const pdf = PAGE(new RawPdf())
  const index = Array.from({ length: 50_000 }, (_, i) => `${5 + i * 2} 1`).join(' ')
  const rows = deflateSync(Buffer.alloc(300_000))
  const kids = Array.from({ length: 50_000 }, (_, i) => `${20 + i * 2} 0 R`).join(' ')
  pdf.object(2, `<</Type/Pages/Kids[${kids}]/Count 1>>`)
  const at = pdf.position
  pdf.stream(10, rows, `/Type/XRef/W[1 4 1]/Size 9/Root 1 0 R/Filter/FlateDecode/Index[${index}]`)
  const newest = pdf.position
  pdf.tableStream(11, `/Size 20/Root 1 0 R/Prev ${at}`, false, [1, 2, 3])
  return pdf.end(newest)
}

/** One string that is as long as an object may be, and another that has no end. */
function longStrings(): Buffer {
  const pdf = PAGE(new RawPdf()).object(1, `<</Type/Catalog/Pages 2 0 R/A(${'a'.repeat(MB)})>>`)
  pdf.object(2, `<</Type/Pages/Count 1/A(${'endobj'.repeat(9 * MB)}/Kids[3 0 R]>>`)
  return pdf.end(pdf.table('/Size 9/Root 1 0 R'))
}

/** A stream whose stated length leads back to before it. */
const backwards = (): Buffer =>
  PAGE(new RawPdf()).object(1, '[ %endstream\n<</Length -32>>stream\n]').add('trailer\n<</Root 1 0 R>>\n').end(0)

// That others are answered meanwhile whatever a file does: test/core/pdfThread.test.ts.
describe('a file that was made to keep the office busy', () => {
  it.each([
    ['sections in a long chain that unpack to much', longChain, 'damaged'],
    // Its pages are found all the same.
    ['a filter that references never come in', runsOfBytes, 'whole'],
    ['objects of millions of values', packedObjects, 'damaged'],
    ['references to nothing in a table of very many pieces', manyRuns, 'damaged'],
    ['strings without end', longStrings, 'damaged'],
    ['a stream that leads back to before itself', backwards, 'damaged'],
  ])('by %s takes little memory', (name, make, condition) => {
    const { seen, grown } = inspectedInAChild(make())
    console.log(`${name}: ${grown.toFixed(0)} MB`)
    expect(seen.condition).toBe(condition)
    expect(grown).toBeLessThan(250)
  })
})

it('a million objects in object streams are not too many', () => {
  const pdf = new RawPdf().object(1, '<</Type/Catalog/Pages 2 0 R>>')
  pdf.packed(10, { 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>' })
  const rows = Buffer.alloc(6 * 1_000_000)
  for (const [number, place] of pdf.places) {
    rows[number * 6] = 'position' in place ? 1 : 2
    rows.writeUInt32BE('position' in place ? place.position : place.stream, number * 6 + 1)
    rows[number * 6 + 5] = 'position' in place ? 0 : place.index
  }
  const at = pdf.position
  pdf.stream(20, deflateSync(rows), '/Type/XRef/W[1 4 1]/Size 1000000/Root 1 0 R/Filter/FlateDecode')
  expect(inspectedInAChild(pdf.end(at)).seen).toEqual({ condition: 'whole', pages: 1 })
})
