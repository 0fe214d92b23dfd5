import { BOTTOM, LEFT, RIGHT, type FlowLine } from '#core/letters/paper/letterSheet'
import { renderLetterPdf } from '#core/letters/paper/letterPdf'
import { paginate } from '#core/letters/paper/pages'
import { LETTER_LANGUAGES, LETTER_PURPOSES } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { letterFacts, shippedLetter } from './letterFixtures'
import { LAW } from './letterLaw'
import { readPages, textOf } from './readPages'
import { ReadPdf, type Word } from './readPdf'

const ALL = LETTER_PURPOSES.flatMap((purpose) => LETTER_LANGUAGES.map((language) => ({ purpose, language })))
/** Ten millimetres from the lower edge. */
const LOWEST = 841.89 - 28.35
const SENTENCE = 'Мектепке дейінгі ұйымдарға кезекке қою тәртібі барлық өтініш берушілерге бірдей қолданылады. '
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `${index + 1}-тармақ. ${SENTENCE.repeat(3)}`).join('\n\n')

/** What stands across a page, from left to right. */
const largeLetters = (page: readonly Word[]): string =>
  page
    .filter(({ top, bottom }) => bottom - top > 30)
    .sort((one, two) => one.left - two.left)
    .map(({ text }) => text)
    .join('')

describe.each(ALL)('$purpose in $language', ({ purpose, language }) => {
  it('says what the law asks, to whom, from whom, by its number and day', async () => {
    const facts = await shippedLetter(purpose, language)
    const text = new ReadPdf(await renderLetterPdf(facts)).text
    for (const part of LAW[purpose][language]) expect(text).toMatch(part)
    const dates = {
      kk: ['2026 жылғы 18 желтоқсан', '2026 жылғы 11 желтоқсан'],
      ru: ['18 декабря 2026 года', '11 декабря 2026 года'],
    }
    const { name, lines } = facts.recipient
    for (const part of [name, ...lines, '№ Ш-0214/26', '№ Ж-0619/26', ...dates[language], 'Б. Нұрланов', 'Оспанова Г. Т.'])
      expect(text).toContain(part)
    for (const office of Object.values(facts.office.name)) expect(text).toContain(office)
    expect(text).not.toMatch(/[{}*\\]|undefined|null/)
  })

  it('says nothing of what is not there', async () => {
    const nothing = {
      applicant: '',
      decision: '',
      character: '',
      higherBody: '',
      court: '',
      part: '',
      missing: '',
      reason: '',
      service: '',
    }
    const { body } = await shippedLetter(purpose, language, nothing)
    expect(body).not.toMatch(
      /Шағымдану құқығы|Право на обжалование|Құрметті|Уважаемый|Қарау нәтижесі:|Результат рассмотрения:|мына бөлігінде|в части:/,
    )
    expect(body).not.toMatch(/^\*\*[^*]+\*\* *$|: *$(?!\n\n-)|\n{3,}/m)
  })
})

describe('the file', () => {
  it('is A4 with embedded faces, and says what it is, in which language and whose', async () => {
    for (const [language, code, title, author] of [
      ['kk', 'kk-KZ', 'Жауап № Ш-0214/26', 'Ақмола облысының білім басқармасы'],
      ['ru', 'ru-RU', 'Ответ № Ш-0214/26', 'Управление образования Акмолинской области'],
    ] as const) {
      const pdf = new ReadPdf(await renderLetterPdf(letterFacts({ language, body: 'Мәтін **жуан** *қисық*' })))
      expect(pdf.info).toMatchObject({ Title: title, Author: author, Pages: '1', CreationDate: '2026-12-18T09:30:00Z' })
      expect(pdf.info['Page size']).toMatch(/^595\.28 x 841\.89 pts \(A4\)/)
      expect(Buffer.from(pdf.bytes).toString('latin1')).toContain(`/Lang (${code})`)
      expect(pdf.fonts.every(({ embedded, unicode }) => embedded && unicode)).toBe(true)
      expect(pdf.fonts.map(({ name }) => name.replace(/^.*\+/, '')).sort()).toEqual(
        expect.arrayContaining(['KRSerif-Bold', 'KRSerif-Italic', 'KRSerif-Regular']),
      )
    }
  })

  it('has the same bytes for the same facts', async () => {
    const facts = await shippedLetter('answer', 'kk')
    expect(Buffer.compare(await renderLetterPdf(facts), await renderLetterPdf(structuredClone(facts)))).toBe(0)
  })

  it('shows every Kazakh letter', async () => {
    const letters = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі «№–—»'
    expect(new ReadPdf(await renderLetterPdf(letterFacts({ body: `${letters} **${letters}** *${letters}*` }))).text).toContain(
      `${letters} ${letters} ${letters}`,
    )
  })

  it('shows markup that letters do not know as the text it is', async () => {
    const body = '<b>а</b> [б](file:///etc/passwd) ![в](https://example.org/x.png) `г`\n\n| д | е |\n|---|---|'
    expect(new ReadPdf(await renderLetterPdf(letterFacts({ body }))).text).toContain(
      '<b>а</b> [б](file:///etc/passwd) ![в](https://example.org/x.png) `г` | д | е | |---|---|',
    )
  })

  it('counts lists as they were written, each from its own beginning', async () => {
    const body = '# Тақырып\n\n1. бір\n2. екі\n   - ішкі\n\n   жалғасы\n3. үш\n\nМәтін\n\n5) бес\n6) алты'
    expect(new ReadPdf(await renderLetterPdf(letterFacts({ body }))).text).toContain(
      'Тақырып 1. бір 2. екі – ішкі жалғасы 3. үш Мәтін 5) бес 6) алты',
    )
  })
})

describe('a draft', () => {
  it('is marked across every page, and its number and day are lines to fill in', async () => {
    for (const [language, mark] of [
      ['kk', 'ЖОБА'],
      ['ru', 'ПРОЕКТ'],
    ] as const) {
      const facts = letterFacts({ language, signedOn: '', signer: null, executor: null, body: paragraphs(14) })
      const pages = readPages(await renderLetterPdf(facts))
      expect(pages.length).toBeGreaterThan(1)
      for (const page of pages) expect(largeLetters(page)).toBe(mark)
      expect(textOf(pages[0]!)).not.toMatch(/Ш-0214|18 желтоқсан|18 декабря/)
      expect(textOf(pages[0]!)).toContain(language === 'kk' ? 'күні' : 'дата')
    }
  })

  it('is what is not signed: a signed letter bears no mark', async () => {
    const pages = readPages(await renderLetterPdf(letterFacts({ body: paragraphs(14) })))
    expect(pages.map(largeLetters)).toEqual(pages.map(() => ''))
  })
})

describe('a long letter', () => {
  it('of twenty paragraphs has its pages numbered from the second, and text beside its signature', async () => {
    const pages = readPages(await renderLetterPdf(letterFacts({ body: paragraphs(20) })))
    expect(pages).toHaveLength(3)
    pages.forEach((page, index) => {
      if (index === 0) expect(textOf(page)).not.toMatch(/1 \/ \d/)
      else expect(textOf(page)).toMatch(new RegExp(`^${index + 1} / ${pages.length} `))
      for (const { left, right, bottom } of page) {
        expect(left).toBeGreaterThanOrEqual(LEFT - 1)
        expect(right).toBeLessThanOrEqual(RIGHT + 1)
        expect(bottom).toBeLessThan(LOWEST)
      }
    })
    expect(textOf(pages.at(-1)!)).toMatch(/қолданылады\. .*қолданылады\. Басқарма басшысы .*Б\. Нұрланов/)
    expect(pages.flat().filter(({ text }) => text === 'Нұрланов')).toHaveLength(1)
    for (let number = 1; number <= 20; number++) expect(pages.map(textOf).join(' ')).toContain(`${number}-тармақ. Мектепке`)
  })

  it('never has its signature alone on a page, however long it is', () => {
    const room = { firstTop: 300, nextTop: 60, bottom: BOTTOM }
    const line = (height = 16): FlowLine => ({ height, before: 0, draw: () => undefined })
    const closing = { ...line(31), before: 30 }
    for (let count = 1; count <= 150; count++) {
      const chunks = Array.from({ length: count }, () => [line()])
      const pages = paginate(chunks, closing, room)
      const last = pages.at(-1)!
      expect(last.at(-1)!.line).toBe(closing)
      expect(last.length).toBeGreaterThanOrEqual(Math.min(count, 2) + 1)
      expect(pages.flat()).toHaveLength(count + 1)
      for (const { line, top } of pages.flat()) expect(top + line.height).toBeLessThanOrEqual(BOTTOM)
    }
  })

  it('goes on when what should stay together is higher than a page', () => {
    const line = (): FlowLine => ({ height: 16, before: 0, draw: () => undefined })
    const pages = paginate([Array.from({ length: 200 }, line)], line(), { firstTop: 300, nextTop: 60, bottom: BOTTOM })
    expect(pages.flat()).toHaveLength(201)
    expect(pages.at(-1)!.length).toBeGreaterThanOrEqual(3)
    expect(pages.every((page) => page.length > 0)).toBe(true)
    for (const { line, top } of pages.flat()) expect(top + line.height).toBeLessThanOrEqual(BOTTOM)
  })
})

describe('long names', () => {
  const SCHOOL = '«Көкшетау қаласының ерекше білім беруді қажет ететін балаларға арналған облыстық мектеп-интернаты» КММ '
  it.each([
    ['in words', SCHOOL.repeat(3).slice(0, 300).trim()],
    ['in one word', 'Ш'.repeat(300)],
  ])('of an addressee of 300 letters, %s, stay inside and above the text', async (_, name) => {
    const facts = letterFacts({ recipient: { name, lines: [name.slice(0, 200)] }, body: 'Бастапқы сөйлем.' })
    const [page] = readPages(await renderLetterPdf(facts))
    const body = page!.find(({ text }) => text === 'Бастапқы')!
    const above = page!.filter(({ bottom, left }) => bottom < body.top && left > 300)
    expect(
      above
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ).toContain(name.replace(/\s/g, ''))
    for (const { left, right } of page!) {
      expect(left).toBeGreaterThanOrEqual(LEFT - 1)
      expect(right).toBeLessThanOrEqual(RIGHT + 1)
    }
  })

  it('of the office and of the one who signs stay inside, and nothing lies on another', async () => {
    const long = SCHOOL.repeat(2).trim()
    const position = { kk: long, ru: long }
    const office = { ...letterFacts().office, name: position, address: position }
    const signer = { name: 'Мұхамеджанова-Сейтахметова Гүлбаршын-Айжан Абдрахманқызы', position }
    const executor = { name: long, phone: '+7 (7162) 90-31-20, 90-31-21, 90-31-22' }
    const words = readPages(await renderLetterPdf(letterFacts({ office, signer, executor }))).flat()
    for (const { left, right, bottom } of words) {
      expect(left).toBeGreaterThanOrEqual(LEFT - 1)
      expect(right).toBeLessThanOrEqual(RIGHT + 1)
      expect(bottom).toBeLessThan(LOWEST)
    }
    const overlap = (from: number, to: number, otherFrom: number, otherTo: number) =>
      Math.min(to, otherTo) - Math.max(from, otherFrom)
    for (const [index, one] of words.entries()) {
      for (const two of words.slice(index + 1)) {
        const both =
          overlap(one.left, one.right, two.left, two.right) > 1 && overlap(one.top, one.bottom, two.top, two.bottom) > 5
        expect(both ? [one.text, two.text] : null).toBeNull()
      }
    }
  })
})
