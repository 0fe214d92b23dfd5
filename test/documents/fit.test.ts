import { Faces } from '#core/paper/faces'
import { fit, widthOf, wrap, type Setting } from '#core/paper/fit'
import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const faces = new Faces(join(process.cwd(), 'resources/fonts'))
const SETTINGS: [Setting, ...Setting[]] = [
  { face: 'PTSans-Regular', size: 9, lines: 1 },
  { face: 'PTSansNarrow-Regular', size: 7.5, lines: 2 },
]
const texts = fc.string({ unit: fc.constantFrom(...'АӘбҚұҺi 0-/«»Ш '), maxLength: 300 })
const bare = (text: string): string => text.replace(/\s/g, '')

describe('a text in its field', () => {
  it('never reaches over the edge, and loses nothing by being broken', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 20, max: 300, noNaN: true }), (text, width) => {
        const lines = wrap(faces, [{ text, face: 'PTSans-Bold' }], 8, width)
        for (const line of lines) expect(widthOf(faces, line, 8)).toBeLessThanOrEqual(width + 0.001)
        expect(bare(lines.flatMap((line) => line.map((run) => run.text)).join(''))).toBe(bare(text))
      }),
    )
  })

  it('is set smaller before it is cut, and cut with «…» only where it does not fit', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { lines, cut, face, size } = fit(faces, text, 120, SETTINGS)
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines) expect(faces.width(line, face, size)).toBeLessThanOrEqual(120.001)
        if (cut) {
          expect(lines.at(-1)).toMatch(/…$/)
          expect(bare(text).startsWith(bare(lines.join('')).replace(/…$/, ''))).toBe(true)
        } else expect(bare(lines.join(''))).toBe(bare(text))
      }),
    )
  })

  it('breaks at spaces, and inside a word only where the word alone is too wide', () => {
    const set = (text: string, width: number): string[] =>
      wrap(faces, [{ text, face: 'PTSans-Regular' }], 10, width).map((line) => line.map((run) => run.text).join(''))
    expect(set('Қасенова-Сейтқали Әлия', 100)).toEqual(['Қасенова-Сейтқали', 'Әлия'])
    expect(set('Қасенова-Сейтқали Әлия', 60)).toEqual(['Қасенова-', 'Сейтқали', 'Әлия'])
    const pieces = set('ҚасеноваСейтқали', 40)
    expect(pieces.join('')).toBe('ҚасеноваСейтқали')
    expect(pieces.slice(0, -1).every((part) => part.length > 2)).toBe(true)
  })
})
