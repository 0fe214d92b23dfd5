// `npm run fonts`: cuts the typefaces to the characters that the program uses, as TTF for paper and WOFF2 for the screen, and writes down how wide each
// character is on paper (widths.json). The characters stand in one place, shared/domain/printable.ts; the register refuses others in fields that are printed.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import prettier from 'prettier'
import subsetFont from 'subset-font'
import ts from 'typescript'

const here = import.meta.dirname
const require = createRequire(import.meta.url)
// The reader that will open these fonts when a PDF is made: what it measures is what is drawn.
const fontkit = createRequire(createRequire(require.resolve('pdfmake')).resolve('pdfkit'))('fontkit')

const FACES = {
  'PTSans-Regular': 'pt-sans/400Regular/PTSans_400Regular.ttf',
  'PTSans-Bold': 'pt-sans/700Bold/PTSans_700Bold.ttf',
  'PTSansNarrow-Regular': 'pt-sans-narrow/400Regular/PTSansNarrow_400Regular.ttf',
  'PTSansNarrow-Bold': 'pt-sans-narrow/700Bold/PTSansNarrow_700Bold.ttf',
  'PTSerif-Regular': 'pt-serif/400Regular/PTSerif_400Regular.ttf',
  'PTSerif-Bold': 'pt-serif/700Bold/PTSerif_700Bold.ttf',
  'PTSerif-Italic': 'pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf',
}
const LICENCES = { 'LICENSE-PTSans.txt': 'pt-sans/LICENSE_FONT', 'LICENSE-PTSerif.txt': 'pt-serif/LICENSE_FONT' }

// Paper needs neither hints (printers draw outlines) nor layout tables: without kerning a text is exactly as wide as its characters, so it can be fitted
// before it is drawn, and a document costs a third. The screen keeps both.
const PAPER = {
  targetFormat: 'truetype',
  noHinting: true,
  keepFeatures: [],
  dropTables: ['GSUB', 'GPOS', 'GDEF', 'kern', 'DSIG'],
}
const SCREEN = { targetFormat: 'woff2' }

const original = (path) =>
  readFileSync(join(dirname(require.resolve(`@expo-google-fonts/${path.split('/')[0]}/package.json`)), '..', path))

const source = readFileSync(join(here, '../../shared/domain/printable.ts'), 'utf8')
const target = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 }
const { outputText } = ts.transpileModule(source, { compilerOptions: target })
const { PRINTABLE_RANGES } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`)
const codes = PRINTABLE_RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
const characters = String.fromCodePoint(...codes)

/**
 * The fonts' licence (OFL 1.1, §3) keeps the names «PT Sans» and «PT Serif» for the unchanged originals, and a cut font is a changed one. So the names that programs show begin with KR; the
 * copyright notice stays as it is. In place and of one length, in both encodings of the name table.
 */
function renamed(original) {
  const font = Buffer.from(original)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const names = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'name') + 8)
  const texts = names + font.readUInt16BE(names + 4)
  for (let record = names + 6; record < names + 6 + 12 * font.readUInt16BE(names + 2); record += 12) {
    if (![1, 3, 4, 6, 16].includes(font.readUInt16BE(record + 6))) continue
    const from = texts + font.readUInt16BE(record + 10)
    const text = font.subarray(from, from + font.readUInt16BE(record + 8))
    for (const encoding of ['latin1', 'utf16be']) {
      const bytes = (word) => (encoding === 'latin1' ? Buffer.from(word) : Buffer.from(word, 'utf16le').swap16())
      for (const rest of [' Sans', 'Sans', ' Serif', 'Serif']) {
        for (let at = text.indexOf(bytes(`PT${rest}`)); at >= 0; at = text.indexOf(bytes(`PT${rest}`))) bytes('KR').copy(text, at)
      }
    }
  }
  return font
}

const widths = {}
for (const [name, path] of Object.entries(FACES)) {
  const whole = renamed(original(path))
  const paper = await subsetFont(whole, characters, PAPER)
  const screen = await subsetFont(whole, characters, SCREEN)
  const font = fontkit.create(paper)
  const missing = codes.filter((code) => !font.hasGlyphForCodePoint(code))
  if (missing.length > 0)
    throw new Error(
      `${name} cannot draw ${missing.map((code) => `U+${code.toString(16)}`).join(' ')}: take it out of PRINTABLE_RANGES`,
    )
  const { unitsPerEm, ascent, descent } = font
  widths[name] = {
    unitsPerEm,
    ascent,
    descent: -descent,
    advances: codes.map((code) => font.glyphForCodePoint(code).advanceWidth),
  }
  writeFileSync(join(here, `${name}.ttf`), paper)
  writeFileSync(join(here, `${name}.woff2`), screen)
  console.log(`${name}: paper ${Math.round(paper.length / 1024)} kB, screen ${Math.round(screen.length / 1024)} kB`)
}
// Advances stand in the order of PRINTABLE_RANGES.
const list = join(here, 'widths.json')
const style = { ...(await prettier.resolveConfig(list)), filepath: list }
writeFileSync(list, await prettier.format(JSON.stringify({ ranges: PRINTABLE_RANGES, faces: widths }), style))
for (const [name, path] of Object.entries(LICENCES)) writeFileSync(join(here, name), original(path))
