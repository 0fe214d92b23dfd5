import { withoutMoments } from '#core/letters/paper/fixedZip'
import { renderLetterDocx } from '#core/letters/paper/letterDocx'
import { renderLetterPdf } from '#core/letters/paper/letterPdf'
import { LETTER_LANGUAGES, LETTER_PURPOSES } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { letterFacts, shippedLetter } from './letterFixtures'
import { ReadDocx } from './readDocx'
import { ReadPdf } from './readPdf'

const ALL = LETTER_PURPOSES.flatMap((purpose) => LETTER_LANGUAGES.map((language) => ({ purpose, language })))

describe.each(ALL)('$purpose in $language for Word', ({ purpose, language }) => {
  it('says the same as on paper, word for word', async () => {
    const facts = await shippedLetter(purpose, language)
    const paper = new ReadPdf(await renderLetterPdf(facts)).text
    const file = new ReadDocx(await renderLetterDocx(facts)).text
    // Marks of lists and page numbers are made by Word itself; lines to sign on are drawn on paper.
    const words = (text: string): string[] =>
      text
        .split(' ')
        .filter((word) => !/^(–|_+|\d|\/)$/.test(word))
        .sort()
    expect(words(file)).toEqual(words(paper))
  })
})

describe('the file for Word', () => {
  it('has the same bytes for the same facts, whenever it is made', async () => {
    const facts = await shippedLetter('answer', 'kk')
    const first = await renderLetterDocx(facts)
    // The moments of a ZIP file are counted in steps of two seconds.
    await new Promise((done) => setTimeout(done, 2_100))
    const second = await renderLetterDocx(structuredClone(facts))
    expect(Buffer.compare(first, second)).toBe(0)
    expect(new Set(new ReadDocx(first).moments)).toEqual(new Set([0x0021_0000]))
  })

  it('is A4 with the margins of the paper, in its language, with fonts that other systems replace', async () => {
    for (const [language, code] of [
      ['kk', 'kk-KZ'],
      ['ru', 'ru-RU'],
    ] as const) {
      const file = new ReadDocx(await renderLetterDocx(letterFacts({ language })))
      expect(file.part('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"')
      expect(file.part('word/document.xml')).toMatch(/<w:pgMar w:top="850" w:right="850" w:bottom="1134" w:left="1417"/)
      expect(file.part('word/styles.xml')).toContain(`<w:lang w:val="${code}"`)
      expect(file.part('word/fontTable.xml')).toContain('<w:font w:name="PT Serif"><w:altName w:val="Times New Roman"/>')
      expect(file.part('docProps/core.xml')).toContain('2026-12-18T09:30:00Z')
    }
  })

  it('names title and author, with characters of XML written so that it stays one', async () => {
    const office = { ...letterFacts().office, name: { kk: 'А & Ә «<Б>"', ru: 'В' } }
    const file = new ReadDocx(await renderLetterDocx(letterFacts({ office, recipient: { name: 'ЖШС <&> "Бөбек"', lines: [] } })))
    expect(file.part('docProps/core.xml')).toContain(
      '<dc:title>Жауап № Ш-0214/26</dc:title><dc:creator>А &amp; Ә «&lt;Б&gt;&quot;</dc:creator>',
    )
    expect(file.text).toContain('ЖШС <&> "Бөбек"')
  })

  it('has real headings, lists, bold, italic and line breaks', async () => {
    const body = '# Тақырып\n\n1. бір\n2. **екі**\n   - ішкі\n\nМәтін *қисық*  \nекінші жол\n\n5) бес'
    const file = new ReadDocx(await renderLetterDocx(letterFacts({ body })))
    const shown = file.paragraphs.filter(({ style }) => style.startsWith('Body'))
    expect(shown.map(({ style, pieces }) => [style, pieces.map(({ text }) => text).join('|')])).toEqual([
      ['BodyHeading', 'Тақырып'],
      ['BodyItem', 'бір'],
      ['BodyItem', 'екі'],
      ['BodyItem', 'ішкі'],
      ['BodyText', 'Мәтін |қисық|екінші жол'],
      ['BodyItem', 'бес'],
    ])
    const [heading, one, two, inner, text, five] = shown
    expect(heading!.keepNext).toBe(true)
    expect(one!.list).toBe(two!.list)
    expect(new Set([one!.list, inner!.list, five!.list, null]).size).toBe(4)
    expect(two!.pieces[0]!.bold).toBe(true)
    expect(text!.pieces.map(({ italic, newLine }) => [italic, newLine])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
    const numbering = file.part('word/numbering.xml')
    expect(numbering).toContain('<w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/>')
    expect(numbering).toContain('<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>')
    expect(numbering).toContain('<w:numFmt w:val="bullet"/><w:lvlText w:val="–"/>')
  })

  it('keeps the end of the text with the signature, whose row is never parted', async () => {
    const file = new ReadDocx(await renderLetterDocx(letterFacts({ body: 'Бір.\n\nЕкі.\n\nҮш.' })))
    expect(file.paragraphs.filter(({ style }) => style === 'BodyText').map(({ keepNext }) => keepNext)).toEqual([
      false,
      true,
      true,
    ])
    const xml = file.part('word/document.xml')
    expect(
      xml
        .split('<w:tr>')
        .slice(1)
        .every((row) => row.startsWith('<w:trPr><w:cantSplit/>')),
    ).toBe(true)
  })

  it('numbers the pages after the first, and marks every page of a draft', async () => {
    const headers = async (signedOn: '' | '2026-12-18'): Promise<string[]> => {
      const file = new ReadDocx(await renderLetterDocx(letterFacts({ signedOn })))
      expect(file.part('word/document.xml')).toContain('<w:titlePg/>')
      return file.names.filter((name) => /^word\/header\d\.xml$/.test(name)).map((name) => file.part(name))
    }
    const draft = await headers('')
    expect(draft).toHaveLength(2)
    for (const header of draft) expect(header).toContain('ЖОБА')
    const signed = await headers('2026-12-18')
    for (const header of signed) expect(header).not.toContain('ЖОБА')
    expect(signed.filter((header) => header.includes('PAGE</w:instrText>') && header.includes('NUMPAGES'))).toHaveLength(1)
  })
})

describe('taking the moments out of a ZIP file', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('no ZIP file at all, but long enough')],
    ['an end without a beginning', Uint8Array.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('refuses %s', (_, bytes) => {
    expect(() => withoutMoments(bytes)).toThrow(RangeError)
  })
})
