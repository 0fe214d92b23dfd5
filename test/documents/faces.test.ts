import { FACES, Faces } from '#core/paper/faces'
import { pdfOf } from '#core/paper/pdf'
import { PRINTABLE_RANGES } from '#shared/domain'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReadPdf } from './readPdf'

interface Font {
  unitsPerEm: number
  glyphForCodePoint(code: number): { id: number; advanceWidth: number; path: { commands: unknown[] } }
}
const dir = join(process.cwd(), 'resources/fonts')
const require = createRequire(import.meta.url)
// The reader that pdfmake itself uses.
const fontkit = createRequire(createRequire(require.resolve('pdfmake')).resolve('pdfkit'))('fontkit') as {
  create(file: Uint8Array): Font
}
const faces = new Faces(dir)
const codes = PRINTABLE_RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
const KAZAKH = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі'
const RUSSIAN = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя'

describe.each(FACES)('%s', (face) => {
  const font = fontkit.create(readFileSync(join(dir, `${face}.ttf`)))

  it('draws every character that the register lets pass', () => {
    const blank = new Set([0x20, 0xa0, 0xad])
    const missing = codes.filter((code) => {
      const glyph = font.glyphForCodePoint(code)
      return glyph.id === 0 || (glyph.path.commands.length === 0 && !blank.has(code))
    })
    expect(missing.map((code) => `U+${code.toString(16)}`)).toEqual([])
  })

  it('is as wide as its list of widths says', () => {
    for (const code of codes) {
      const { advanceWidth } = font.glyphForCodePoint(code)
      expect(faces.width(String.fromCodePoint(code), face, 1)).toBeCloseTo(advanceWidth / font.unitsPerEm, 6)
    }
  })

  it('gives its letters back when the paper is read', async () => {
    const texts = [KAZAKH, RUSSIAN.slice(0, 33), RUSSIAN.slice(33), '0123456789', '«»–—№…•€']
    const marks = texts.map((text, i) => ({
      kind: 'text' as const,
      text,
      face,
      size: 10,
      colour: '#000000',
      x: 10,
      baseline: 40 + 20 * i,
    }))
    const size = { width: 420, height: 200 }
    const details = { size, language: 'kk', title: 'Қаріп', author: 'Кіріс', createdAt: new Date(0) }
    const pdf = new ReadPdf(await pdfOf(faces, marks, details))
    expect(pdf.text).toBe(texts.join(' '))
  })
})
