// `npm run fonts`: cuts the typefaces to the characters that the program uses, as TTF for paper and WOFF2 for the screen.
// The characters stand in one place, shared/domain/printable.ts; the register refuses others in fields that are printed.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import ts from 'typescript'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

const FACES = {
  'PTSans-Regular': ['pt-sans', '400Regular/PTSans_400Regular.ttf'],
  'PTSans-Bold': ['pt-sans', '700Bold/PTSans_700Bold.ttf'],
  'PTSansNarrow-Regular': ['pt-sans-narrow', '400Regular/PTSansNarrow_400Regular.ttf'],
  'PTSansNarrow-Bold': ['pt-sans-narrow', '700Bold/PTSansNarrow_700Bold.ttf'],
  'PTSerif-Regular': ['pt-serif', '400Regular/PTSerif_400Regular.ttf'],
  'PTSerif-Bold': ['pt-serif', '700Bold/PTSerif_700Bold.ttf'],
  'PTSerif-Italic': ['pt-serif', '400Regular_Italic/PTSerif_400Regular_Italic.ttf'],
}

const source = readFileSync(join(here, '../../shared/domain/printable.ts'), 'utf8')
const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 } })
const { PRINTABLE_RANGES } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`)
const characters = PRINTABLE_RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join('')

for (const [name, [family, file]] of Object.entries(FACES)) {
  const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
  const whole = readFileSync(join(folder, file))
  for (const [ending, targetFormat] of [['ttf', 'truetype'], ['woff2', 'woff2']]) {
    const cut = await subsetFont(whole, characters, { targetFormat })
    writeFileSync(join(here, `${name}.${ending}`), cut)
    console.log(`${name}.${ending}: ${(cut.length / 1024).toFixed(0)} kB`)
  }
}
writeFileSync(join(here, 'LICENSE-PT.txt'), readFileSync(join(dirname(require.resolve('@expo-google-fonts/pt-sans/package.json')), 'LICENSE_FONT')))
