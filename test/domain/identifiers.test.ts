import { checkDigit, maskIdentifier, readIdentifier } from '#shared/domain'
import { describe, expect, it } from 'vitest'

describe('an IIN', () => {
  it.each([
    ['850412100013', '1885-04-12', 'male'],
    ['900715200029', '1890-07-15', 'female'],
    ['781103100030', '1878-11-03', 'male'],
    ['820228200044', '1882-02-28', 'female'],
    ['930630100056', '1893-06-30', 'male'],
    ['881212200060', '1888-12-12', 'female'],
    ['750301100079', '1875-03-01', 'male'],
    ['800918200081', '1880-09-18', 'female'],
    ['920525100093', '1892-05-25', 'male'],
    ['861017200106', '1886-10-17', 'female'],
    ['790608100114', '1879-06-08', 'male'],
    ['830326200128', '1883-03-26', 'female'],
    ['061211600012', '2006-12-11', 'female'],
  ])('%s tells the birth date %s and the sex %s', (iin, birthDate, sex) => {
    expect(readIdentifier(iin)).toEqual({ valid: true, holder: 'natural', birthDate, sex })
  })

  it('may be typed in groups', () => {
    expect(readIdentifier('850412 100013')).toMatchObject({ valid: true })
    expect(readIdentifier(' 850412-100013 ')).toMatchObject({ valid: true })
  })
})

describe('a BIN', () => {
  it.each(['160440007161', '990940000016', '981140000028', '970340000030', '960140000051'])('%s is a legal entity', (bin) => {
    expect(readIdentifier(bin)).toEqual({ valid: true, holder: 'legal' })
  })
})

describe('a wrong number', () => {
  it.each([
    ['', 'length'],
    ['85041210001', 'length'],
    ['8504121000131', 'length'],
    ['85041210001A', 'length'],
    ['850412100014', 'checksum'],
    ['861017200107', 'checksum'],
    // A check digit that fits does not make a thirteenth month, a 31 February or an unknown century.
    [withCheck('85131210001'), 'structure'],
    [withCheck('85023110001'), 'structure'],
    [withCheck('85041290001'), 'structure'],
    [withCheck('85041200001'), 'structure'],
    // The fifth digit of a BIN is 4, 5 or 6.
    [withCheck('99097000001'), 'structure'],
  ])('%s is described as %s, not refused', (typed, reason) => {
    expect(readIdentifier(typed)).toEqual({ valid: false, reason })
  })

  it('is one whose check digit can never be issued', () => {
    expect(checkDigit('85041210048')).toBeNull()
    for (let last = 0; last < 10; last++) expect(readIdentifier(`85041210048${last}`)).toMatchObject({ valid: false })
  })

  // The scheme weighs the eleventh digit by eleven, so a slip there alone goes unnoticed; elsewhere the second pass lets one mistake in a hundred through.
  it.each(['850412100013', '881212200060', '160440007161'])('is noticed when a digit of %s is mistyped', (right) => {
    const unnoticed: string[] = []
    for (const place of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11]) {
      for (let by = 1; by <= 9; by++) {
        const digits = [...right]
        digits[place] = String((Number(digits[place]) + by) % 10)
        if (readIdentifier(digits.join('')).valid) unnoticed.push(digits.join(''))
      }
    }
    expect(unnoticed.length).toBeLessThanOrEqual(1)
  })
})

describe('the second pass of the check digit', () => {
  it('is taken when the first gives ten', () => expect(checkDigit('85041210040')).toBe(5))
})

describe('hiding', () => {
  it('leaves enough to tell two people apart and hides the rest', () => {
    expect(maskIdentifier('850412100013')).toBe('8504•••••013')
    expect(maskIdentifier('8504')).toBe('••••')
    expect(maskIdentifier('')).toBe('')
  })
})

function withCheck(eleven: string): string {
  const digit = checkDigit(eleven)
  if (digit === null) throw new Error(`${eleven} has no check digit; choose another example`)
  return `${eleven}${digit}`
}
