import { decodeEntry, encodeEntry } from '#shared/domain'
import { describe, expect, it } from 'vitest'

describe('the digits of a sticker', () => {
  it('name book, year and number, and are read back', () => {
    expect(encodeEntry({ journal: 'appeals', year: 2026, seq: 1 })).toBe('120260000017')
    for (const number of [
      { journal: 'appeals', year: 2026, seq: 619 },
      { journal: 'outgoing', year: 2026, seq: 619 },
      { journal: 'appeals', year: 2031, seq: 999_999 },
    ] as const) {
      const digits = encodeEntry(number)
      expect(digits).toMatch(/^\d{12}$/)
      expect(decodeEntry(digits)).toEqual(number)
      expect(decodeEntry(` ${digits.slice(0, 5)} ${digits.slice(5)} `)).toEqual(number)
    }
  })

  it('with any one digit wrong, or two neighbours changed over, name nothing', () => {
    const digits = encodeEntry({ journal: 'appeals', year: 2026, seq: 40_719 })
    for (let at = 0; at < digits.length; at++) {
      for (const wrong of '0123456789') {
        if (wrong !== digits[at]) expect(decodeEntry(digits.slice(0, at) + wrong + digits.slice(at + 1))).toBeNull()
      }
      const [a, b] = [digits[at]!, digits[at + 1]]
      if (b !== undefined && a !== b) expect(decodeEntry(digits.slice(0, at) + b + a + digits.slice(at + 2))).toBeNull()
    }
  })

  it('are told from anything else that is typed', () => {
    for (const typed of ['', '619', 'Ж-0619/26', '850412100013', '1202600000171', '12026000001x'])
      expect(decodeEntry(typed)).toBeNull()
  })

  it('do not hold a number that is too large', () => {
    for (const number of [{ seq: 0 }, { seq: 1_000_000 }, { seq: 1.5 }, { seq: 1, year: 26 }]) {
      expect(() => encodeEntry({ journal: 'appeals', year: 2026, ...number })).toThrow(RangeError)
    }
  })
})
