import { messages } from '#shared/i18n'
import { describe, expect, it } from 'vitest'
import { differenceFromReference } from './comparePicture'
import { readTags } from './readTags'
import { crowdedDays, factsWith, readYear, renderYear, yearFacts } from './yearPaperFixtures'

describe('the file of a year', () => {
  it('is one A4 page with title, language and moment of printing', async () => {
    const pdf = await readYear(yearFacts(2027))
    expect(pdf.info).toMatchObject({
      Title: 'Жұмыс күнтізбесі 2027',
      Author: 'Ақмола облысының білім басқармасы',
      Pages: '1',
      'Page size': expect.stringMatching(/^595\.2\d* x 841\.8\d* pts/) as string,
      Encrypted: 'no',
    })
    expect(pdf.info['CreationDate']).toMatch(/^2026-11-23T/)
    expect(Buffer.from(pdf.bytes).toString('latin1')).toContain('/Lang (kk)')
    const russian = await readYear(yearFacts(2027, { languages: 'ru' }))
    expect(russian.info['Title']).toBe('Рабочий календарь 2027')
    expect(Buffer.from(russian.bytes).toString('latin1')).toContain('/Lang (ru)')
  })

  it('carries every font it uses, as far as it uses it, readable', async () => {
    const { fonts } = await readYear(yearFacts(2025))
    expect(fonts.length).toBeGreaterThan(4)
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true })
  })

  it('is the same to the byte whenever it is made again, and another when a day is another', async () => {
    const [first, again] = [await renderYear(yearFacts(2026)), await renderYear(yearFacts(2026))]
    expect(Buffer.compare(first, again)).toBe(0)
    const { days } = yearFacts(2026)
    expect(Buffer.compare(first, await renderYear(yearFacts(2026, { days: days.slice(1) })))).not.toBe(0)
  })

  it('takes listed days in any order', async () => {
    const facts = yearFacts(2025)
    const [first, turned] = [await renderYear(facts), await renderYear({ ...facts, days: facts.days.toReversed() })]
    expect(Buffer.compare(first, turned)).toBe(0)
  })
})

describe('a year read aloud', () => {
  it('has headings of quarters and months, every day under its weekday, and the reasons beside their days', async () => {
    const tags = readTags(await renderYear(yearFacts(2025)))
    const roles = (role: string) => tags.filter((tag) => tag.role === role)
    expect(roles('H1')[0]!.text).toContain('Жұмыс күнтізбесі 2025')
    expect(roles('H2').map(({ text }) => text.split(' ')[0])).toEqual(['I', 'II', 'III', 'IV'])
    expect(roles('H3').map(({ text }) => text.split(' ')[0]!.toLowerCase())).toEqual(messages.kk.words.monthsAlone)
    // The days of January: a row for the names of the weekdays, then a row for each week, of seven cells but the last.
    const from = tags.findIndex(({ role }) => role === 'Table')
    const rows = tags
      .slice(
        from,
        tags.findIndex(({ role }, at) => at > from && role === 'L'),
      )
      .reduce<string[][]>((all, tag) => {
        if (tag.role === 'TR') all.push([])
        else if (tag.role !== 'Table' && tag.role !== 'Span') all.at(-1)!.push(tag.text)
        return all
      }, [])
    expect(rows[0]).toHaveLength(7)
    expect(rows.slice(1)).toEqual([
      ['', '', '1', '2', '3 д', '4', '5 ж'],
      ...[6, 13, 20].map((monday) => Array.from({ length: 7 }, (_, at) => String(monday + at))),
      ['27', '28', '29', '30', '31'],
    ])
    const at = tags.findIndex(({ role, text }) => role === 'Lbl' && text === '21–23')
    expect(tags[at + 1]).toMatchObject({ role: 'LBody', text: 'Наурыз мейрамы' })
  })

  it('tells the reasons of a crowded quarter one by one', async () => {
    const tags = readTags(await renderYear(factsWith(crowdedDays(1))))
    const reasons = tags.filter(({ role, text }) => role === 'LBody' && /2027|қаңтар|ақпан/.test(text))
    expect(reasons.length).toBeGreaterThan(4)
    expect(tags.filter(({ role }) => role === 'H3')).toHaveLength(12)
  })
})

const PICTURES = {
  'year-2024-both': yearFacts(2024),
  'year-2025-kk': yearFacts(2025, { languages: 'kk' }),
  'year-2026-ru': yearFacts(2026, { languages: 'ru' }),
  'year-2027-both': yearFacts(2027),
  'year-2025-six': yearFacts(2025, {}, 6),
  'year-crowded': factsWith(crowdedDays(1)),
}

describe('the picture of a year', () => {
  it.each(Object.entries(PICTURES))('%s is as it was looked at', async (name, facts) => {
    expect(differenceFromReference(name, (await readYear(facts)).picture(60))).toBeLessThan(0.004)
  })

  it('has no colour: it is printed by an office laser printer', async () => {
    const { data } = (await readYear(yearFacts(2025))).picture(60)
    let coloured = 0
    for (let i = 0; i < data.length; i += 4) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) coloured++
    expect(coloured).toBe(0)
  })
})
