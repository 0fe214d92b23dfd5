import { describe, expect, it } from 'vitest'
import { SLIP_FORMATS } from '#shared/contract'
import { renderLetterPdf } from '#core/letters/paper/letterPdf'
import { renderStamp } from '#core/slips/stampDocument'
import { renderTestPage } from '#core/slips/testPage'
import { letterFacts } from './letterFixtures'
import { ReadPdf } from './readPdf'
import { readTags } from './readTags'
import { renderSlip, slipFacts } from './slipFixtures'
import { proofOf } from './slipProof'

describe('a slip read aloud', () => {
  it.each(SLIP_FORMATS)('is tagged as it says: %s', async (format) => {
    const pdf = await renderSlip(slipFacts({ format, proof: proofOf() }))
    expect(new ReadPdf(pdf).info['Tagged']).toBe('yes')
    const raw = Buffer.from(pdf).toString('latin1')
    for (const part of ['/Marked true', '/DisplayDocTitle true', '/Lang (kk)', '/StructTreeRoot']) expect(raw).toContain(part)
    const tags = readTags(pdf)
    expect(tags.find(({ role }) => role === 'H1')?.text).toContain('Шағымның қабылданғанын растау')
    expect(tags.some(({ role }) => role === 'Figure')).toBe(true)
    // Everything that can be read stands in some part.
    const told = tags.map(({ text }) => text).join(' ')
    for (const part of ['Ж-0619/26', 'Сейтқали А. М.', '21.12.2026', 'Қасенова А. Т.', 'қайың, көпір, тоғыз', '1414'])
      expect(told).toContain(part)
  })

  it('keeps its order: what it is, the number, who, until when, the rights', async () => {
    const told = readTags(await renderSlip(slipFacts({ proof: proofOf(), languages: 'kk' })))
      .map(({ text }) => text)
      .join(' ')
    const order = [
      'Шағымның қабылданғанын',
      'Кіріс №',
      'Өтініш беруші',
      'Түрі',
      'Жауап алу мерзімі',
      'Жауап алу орны',
      'тіркелді',
    ]
    const places = [...order, 'Жауап болмаса', 'Байланыс орталығы', 'Талонды алдым'].map((part) => told.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('reads the facts as a table with heads, and parts words at the ends of lines', async () => {
    const tags = readTags(await renderSlip(slipFacts()))
    expect(tags.filter(({ role }) => role === 'TR')).toHaveLength(3)
    expect(tags.filter(({ role }) => role === 'TH').map(({ text }) => text)).toEqual(['Түрі', 'Тақырыбы, парағы', 'Қабылдады'])
    expect(tags.map(({ text }) => text).join(' ')).toContain('құқығыңыз бар')
    expect(tags.some(({ role, text }) => role === 'Span' && text.includes('Подтверждение принятия жалобы'))).toBe(true)
  })

  it('the stamp, the test page and a letter are tagged too', async () => {
    const { office, ...facts } = slipFacts()
    const stamp = readTags(await renderStamp({ ...facts, office: office.name, russian: true }))
    expect(stamp.map(({ text }) => text)).toContain('Ақмола облысының білім басқармасы')
    expect(readTags(await renderTestPage('a4')).map(({ role }) => role)).toEqual(expect.arrayContaining(['H1', 'P', 'L', 'LI']))
    const letter = readTags(await renderLetterPdf(letterFacts()))
    expect(letter.filter(({ role }) => role === 'P').length).toBeGreaterThan(3)
  })
})
