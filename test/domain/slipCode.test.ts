import {
  bytesOfDigits,
  checkWords,
  closingCode,
  codeKind,
  cutAtBytes,
  digitsOf,
  foldForSearch,
  judgeSlipCode,
  keyMarkOf,
  readClosingCode,
  readSlipCode,
  slipCode,
  slipRecordBytes,
  type SlipRecord,
} from '#shared/domain'
import fc from 'fast-check'
import { generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rawOf = (key: KeyObject): string => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('hex')
const pair = generateKeyPairSync('ed25519')
const key = { id: 3, publicKey: rawOf(pair.publicKey), validTo: null }
const fits = (signature: Uint8Array, signed: Uint8Array): boolean => verify(null, signed, pair.publicKey, signature)

const record = (changes: Partial<SlipRecord> = {}): SlipRecord => ({
  ...{ keyId: key.id, keyMark: keyMarkOf(key.publicKey), number: 'Ж-0612/26', copy: 1, registeredOn: '2026-12-11' },
  ...{ registeredAt: '11:08', deadline: '2026-12-21', receiver: 'Қасенова А. Т.', digest: '00'.repeat(15) + 'ff' },
  ...changes,
})
function codeOf(changes: Partial<SlipRecord> = {}): string {
  const signed = slipRecordBytes(record(changes))
  return slipCode(signed, sign(null, signed, pair.privateKey))
}

describe('digits of a record', () => {
  it('give the bytes back, whatever they are, but for a zero in front', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const whole = Uint8Array.from([1, ...bytes])
        expect(bytesOfDigits(digitsOf(whole))).toEqual(whole)
      }),
    )
    expect(() => digitsOf(Uint8Array.from([0, 1]))).toThrow(RangeError)
  })

  it('count alone: what a keyboard layout or a line break adds is ignored', () => {
    const code = codeOf()
    const typed = ` ${code.match(/.{1,5}/g)!.join(' ')}\r\n`.replace(/ /g, ' ы')
    expect(readSlipCode(typed)).toEqual(readSlipCode(code))
  })

  it('are refused when there are none, too many, or a zero in front', () => {
    for (const typed of ['', 'жоқ', '0', `0${codeOf()}`, '1'.repeat(5000)]) expect(bytesOfDigits(typed), typed).toBeNull()
  })
})

describe('the code of a slip', () => {
  it('states what the slip states', () => {
    expect(readSlipCode(codeOf())?.record).toEqual(record())
    expect(codeKind(codeOf())).toBe('slip')
  })

  it.each([
    ['a copy', { copy: 12 }],
    ['a minute that is not on the paper', { registeredAt: '' as const }],
    ['midnight', { registeredAt: '00:00' }],
    ['the last minute', { registeredAt: '23:59' }],
    ['the first day of all', { registeredOn: '2000-01-01', deadline: '2000-01-01' }],
    ['a far deadline', { deadline: '9999-12-31' }],
    ['a long number', { number: '№ '.repeat(40) }],
    ['key 70 000', { keyId: 70_000 }],
  ])('holds %s', (_, changes) => {
    expect(readSlipCode(codeOf(changes))?.record).toEqual(record(changes))
  })

  it('is of digits alone, and short enough for a small QR code', () => {
    expect(codeOf()).toMatch(/^[1-9]\d*$/)
    expect(codeOf({ receiver: 'Нұрмағамбетова Қ. Ж.', number: 'Ж-0612/2026' }).length).toBeLessThanOrEqual(362)
    expect(codeOf({ receiver: 'Ә'.repeat(60), number: 'Ж-12345/2026-03-01' }).length).toBeLessThanOrEqual(380)
  })

  it('cuts the receiver between letters', () => {
    const { receiver } = readSlipCode(codeOf({ receiver: `a${'ә'.repeat(40)}` }))!.record
    expect(receiver).toBe(`a${'ә'.repeat(19)}`)
    expect(cutAtBytes('Әб', 3)).toBe('Ә')
    // A letter made of two signs stays whole or goes whole.
    expect(cutAtBytes('т\u0301', 3)).toBe('')
  })

  it('is genuine as it was signed, and with any one digit changed it is not', () => {
    const code = codeOf()
    expect(judgeSlipCode(code, [key], fits).verdict).toBe('genuine')
    for (let at = 0; at < code.length; at += 1) {
      for (const shift of [1, 5, 9]) {
        const changed = code.slice(0, at) + String((+code[at]! + shift) % 10) + code.slice(at + 1)
        expect(judgeSlipCode(changed, [key], fits).verdict, `digit ${at} + ${shift}`).not.toBe('genuine')
      }
    }
  })

  it('is not genuine with a digit more, a digit less, or two changed over', () => {
    const code = codeOf()
    for (const changed of [`${code}0`, code.slice(0, -1), `1${code}`, code[1]! + code[0]! + code.slice(2)])
      expect(judgeSlipCode(changed, [key], fits).verdict).not.toBe('genuine')
  })

  it('with every byte changed in turn is forged, of an unknown key, or none of ours', () => {
    const bytes = bytesOfDigits(codeOf())!
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 0x40
      expect(judgeSlipCode(digitsOf(changed), [key], fits).verdict, `byte ${at}`).not.toBe('genuine')
    }
  })

  it('of another office is not called forged: its key is unknown, even under the same number', () => {
    const other = { ...key, publicKey: rawOf(generateKeyPairSync('ed25519').publicKey) }
    expect(judgeSlipCode(codeOf(), [other], fits).verdict).toBe('unknownKey')
    expect(judgeSlipCode(codeOf(), [], fits).verdict).toBe('unknownKey')
  })

  it('is forged where its key was replaced before the day of registration, and genuine up to that day', () => {
    const judged = (validTo: string) => judgeSlipCode(codeOf(), [{ ...key, validTo }], fits).verdict
    expect(['2026-12-10', '2026-12-11', '2026-12-12'].map(judged)).toEqual(['forged', 'genuine', 'genuine'])
  })

  it('never fails on anything typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.bigInt(1n, 10n ** 350n).map(String)), (typed) => {
        expect(['unreadable', 'unknownKey', 'forged']).toContain(judgeSlipCode(typed, [key], fits).verdict)
      }),
    )
  })
})

describe('the code of a closed day', () => {
  const closing = { day: '2026-12-11', edition: 2, eventId: 48_213, head: 'ab'.repeat(32) }

  it('states the day, its sheet, the event and the whole hash', () => {
    expect(readClosingCode(closingCode(closing))).toEqual(closing)
    expect(codeKind(closingCode(closing))).toBe('closing')
    expect(readSlipCode(closingCode(closing))).toBeNull()
    expect(readClosingCode(codeOf())).toBeNull()
  })

  it('is unreadable with a digit mistyped, rather than a sign that the register was changed', () => {
    const code = closingCode(closing)
    for (let at = 0; at < code.length; at += 1) {
      const changed = code.slice(0, at) + String((+code[at]! + 1) % 10) + code.slice(at + 1)
      expect(readClosingCode(changed), `digit ${at}`).toBeNull()
    }
  })
})

describe('the words for the telephone', () => {
  const list = JSON.parse(readFileSync('resources/data/check-words.json', 'utf8')) as string[]
  const folded = list.map(foldForSearch)

  it('are 256 single words in lower case', () => {
    expect(list).toHaveLength(256)
    for (const word of list) expect(word).toMatch(/^[а-яәғқңөұүһі]{3,14}$/)
  })

  it('differ by two letters at least, however they are typed, and none begins with another', () => {
    folded.forEach((one, at) => {
      for (const other of folded.slice(at + 1)) {
        expect(distance(one, other), `${one} ${other}`).toBeGreaterThanOrEqual(2)
        expect(one.startsWith(other) || other.startsWith(one), `${one} ${other}`).toBe(false)
      }
    })
  })

  it('are chosen by the first three bytes', () => {
    expect(checkWords(Uint8Array.from([0, 255, 7, 9]), list)).toEqual([list[0], list[255], list[7]])
  })
})

/** Letters to insert, remove or change to make one word of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
