import { columnsOf, BODY, PAD, SIZE } from '#core/books/print/geometry'
import { wrapText } from '#core/books/print/wrapText'
import { facesInUse, useFonts } from '#core/paper/fonts'
import { BOOKS } from '#shared/contract'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made } from '../support/books'
import { officeWithClerk, register, type ClerksOffice } from '../support/office'
import { builtWorkers } from '../support/workers'
import { ReadPdf, type Word } from './readPdf'
import { readPages, textOf } from './readPages'

const ENTRIES = 45
// A4 landscape less the margins, in points: 20 mm on the left for the laces, 8 mm on the right.
const [LEFT, RIGHT, BOTTOM] = [56.69, 819.22, 595.28 - 22.67]
const NAME = 'Құдайбергенова-Сейдахметованың Жәнібекқызы Әйгерім-Гүлдәурен «Ғұмыр-Өмір Ұрпақ Іңкәр» ҮЕҰ'
const LONG_WORD = 'ұ'.repeat(300)

let test: ClerksOffice
let pages: Record<'kk' | 'ru', Word[][]>
let info: Record<'kk' | 'ru', ReadPdf>

beforeAll(async () => {
  test = await officeWithClerk({ workersDir: await builtWorkers() })
  for (let nth = 1; nth < ENTRIES - 3; nth++) await register(test.clerk, { subject: `Тақырып ${nth}` })
  await register(test.clerk, {
    name: NAME,
    postalAddress: `${'Қ. Сәтпаев к-сі, '.repeat(24)}1а`.slice(0, 400),
    subject: LONG_WORD,
  })
  await register(test.clerk, { summary: 'Ұзақ мазмұн жолы. '.repeat(500) })
  await register(test.clerk, { summary: 'Рахмет 😀 漢字' })
  const { id } = await register(test.clerk, { subject: 'Қате' })
  await test.clerk.call.register.void({ id, version: 1, reason: 'екі рет тіркелген' })
  const make = async (language: 'kk' | 'ru') =>
    new ReadPdf((await made(test.clerk, { book: 'appeals', format: 'pdf', language })).bytes)
  info = { kk: await make('kk'), ru: await make('ru') }
  pages = { kk: readPages(info.kk.bytes), ru: readPages(info.ru.bytes) }
})
afterAll(() => test.close())

const number = (nth: number): string => `Ж-${String(nth).padStart(4, '0')}/26`

describe.each(['kk', 'ru'] as const)('the printed journal (%s)', (language) => {
  const words = {
    kk: {
      head: ['Кіріс №,', 'Өтініш берушінің', 'Бұрыштама', 'Ескертпе'],
      page: (page: number, of: number) => `${page} / ${of} бет`,
      title: 'Жеке және заңды тұлғалардың жолданымдарын тіркеу журналы',
      total: `Журнал бойынша барлығы: жазба ${ENTRIES}, оның ішінде күші жойылғаны 1`,
      laced: /Осы журналда тігілген және нөмірленген (\d+) \(([а-яәіңғүұқөһ ]+)\) бет бар\./,
    },
    ru: {
      head: ['Вх. №,', 'наименование', 'Резолюция', 'Примечание'],
      page: (page: number, of: number) => `стр. ${page} / ${of}`,
      title: 'Журнал регистрации обращений физических и юридических лиц',
      total: `Всего по журналу: записей ${ENTRIES}, из них аннулировано 1`,
      laced: /В настоящем журнале прошито и пронумеровано страниц: (\d+) \(([а-я ]+)\)\./,
    },
  }[language]

  it('names office and period, numbers each page «n / N» and repeats the heads', () => {
    const texts = pages[language].map(textOf)
    expect(texts[0]).toContain(words.title)
    expect(texts[0]).toContain('01.01.2026 – 31.12.2026')
    texts.forEach((text, index) => expect(text).toContain(words.page(index + 1, texts.length)))
    for (const text of texts.slice(0, -1)) for (const head of words.head) expect(text).toContain(head)
    expect(info[language].info['Pages']).toBe(String(texts.length))
    expect(info[language].info['Page size']).toContain('841.89 x 595.28')
  })

  it('holds every number once, in order', () => {
    const text = pages[language].slice(0, -1).map(textOf).join(' ')
    const found = [...text.matchAll(/(?<![:] )Ж-\d{4}\/26 (?=\d\d\.\d\d\.\d{4})/g)].map(([one]) => one.trim())
    const inColumn = pages[language].flatMap((page) =>
      page.filter((word) => /^Ж-\d{4}\/26$/.test(word.text) && word.left < LEFT + 70),
    )
    expect(inColumn.map((word) => word.text)).toEqual(Array.from({ length: ENTRIES }, (_, index) => number(index + 1)))
    expect(found.length).toBeLessThanOrEqual(ENTRIES)
  })

  it('keeps every word within the margins of its page', () => {
    for (const word of pages[language].flat()) {
      expect(word.left, word.text).toBeGreaterThanOrEqual(LEFT - 0.5)
      expect(word.right, word.text).toBeLessThanOrEqual(RIGHT + 0.5)
      expect(word.bottom, word.text).toBeLessThanOrEqual(BOTTOM + 5)
    }
  })

  it('adds up the pages to the total, and closes with the certification sheet', () => {
    const texts = pages[language].map(textOf)
    const ofPages = texts.map((text) => Number(/(?:Бет бойынша: жазба|Итого на странице: записей) (\d+)/.exec(text)?.[1] ?? 0))
    expect(ofPages.reduce((sum, rows) => sum + rows, 0)).toBe(ENTRIES)
    expect(texts.at(-2)).toContain(words.total)
    const [, figures, inWords] = words.laced.exec(texts.at(-1)!)!
    expect(Number(figures)).toBe(texts.length)
    expect(inWords).toMatch(/^\S/)
    for (const place of { kk: ['лауазымы', 'қолы', 'күні', 'М.О.'], ru: ['должность', 'подпись', 'дата', 'М. П.'] }[language]) {
      expect(texts.at(-1)).toContain(place)
    }
  })

  it('shows long texts whole, and a sign that no font has as «?»', () => {
    const text = pages[language].map(textOf).join(' ')
    expect(text.replace(/[^ұ]/g, '').length).toBeGreaterThanOrEqual(300)
    expect(text.match(/Ұзақ/g)).toHaveLength(500)
    expect(text).toContain('Рахмет ? ??')
    expect(text).toContain('екі рет тіркелген')
  })

  it('embeds the parts of its fonts that it uses, readable as text', () => {
    expect(info[language].fonts.length).toBeGreaterThan(0)
    for (const font of info[language].fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true })
    expect(info[language].info['Tagged']).toBe('no')
  })
})

describe.each(BOOKS)('the column for notes (%s)', (book) => {
  it('keeps the long words of the notes whole', () => {
    useFonts(join(process.cwd(), 'resources/fonts'))
    const { w } = columnsOf(book).find(({ fields }) => fields.includes('note'))!
    for (const word of ['зарегистрировано', 'конфиденциально', 'тіркелгендіктен'])
      expect(wrapText(facesInUse(), word, { face: BODY, size: SIZE }, w - 2 * PAD.x)).toEqual([word])
  })
})

describe('an empty period', () => {
  it('gives a book that says so', async () => {
    const { job, bytes } = await made(test.clerk, { format: 'pdf', language: 'ru', from: '2025-01-01', to: '2025-12-31' })
    expect(job).toMatchObject({ rows: 0, of: 0, pages: 2 })
    const [first, last] = readPages(bytes).map(textOf)
    expect(first).toContain('За этот период записей нет.')
    expect(last).toContain('прошито и пронумеровано страниц: 2 (две).')
  })
})
