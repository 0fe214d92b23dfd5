import { describe, expect, it } from 'vitest'
import { SLIP_FORMATS, SLIP_LANGUAGES, type SlipFormat, type SlipLanguages } from '#shared/contract'
import { facesInUse } from '#core/paper/fonts'
import type { SlipFacts } from '#core/slips/slipFacts'
import { layOutSlip } from '#core/slips/slipLayout'
import { readPages } from './readPages'
import { ReadPdf, type Word } from './readPdf'
import { LONG, longFacts, renderSlip, slipFacts } from './slipFixtures'
import { OWN, proofOf } from './slipProof'

const mm = (millimetres: number): number => (millimetres * 72) / 25.4
const NEW = SLIP_FORMATS.filter((format) => format !== 'a5')
const whole = (changes: Partial<SlipFacts> = {}): SlipFacts => slipFacts({ proof: proofOf(), ...changes })
const textOf = async (facts: SlipFacts): Promise<string> => new ReadPdf(await renderSlip(facts)).text

/** R7–R11, R31 in whatever language. */
const ALWAYS = [
  ...['Ж-0619/26', '11:08', '21.12.2026', 'Сейтқали А. М.', 'Қасенова А. Т.', 'Балабақша кезегі', '1414, 8 800 080 7777'],
  ...['9:00–13:00, 14:30–18:30', 'Ақмола облысының білім басқармасы', 'қайың, көпір, тоғыз'],
]
const SAID: Record<'kk' | 'ru', string[]> = {
  kk: [
    ...['Шағымның қабылданғанын растау', '11 желтоқсан 2026', 'кеңсенің бас маманы', 'Өтініш беруші', 'Қабылдады', 'Кіріс №'],
    ...['мемлекеттік қызметтер көрсету мәселелері бойынша шағым', '1 парақ, 2 парақ қосымша', 'Жауап алу мерзімі'],
    ...[
      '21 желтоқсан, дүйсенбі',
      '5 жұмыс күні',
      'Жауап алу орны',
      '303-кабинет',
      'Көкшетау қ., Сәтпаев к-сі, 1а',
      'Тексеру сөздері',
    ],
    ...[
      'Тіркелген күн саналмайды',
      'уәкілетті орган',
      '15 жұмыс күні ішінде',
      'сотқа жүгінуге құқығыңыз бар',
      'жазбаша қайтарып ал',
    ],
  ],
  ru: [
    ...['Подтверждение принятия жалобы', 'главный специалист канцелярии', 'Заявитель', 'Принял(а)'],
    ...['жалоба по вопросам оказания государственных услуг', '1 лист, приложение на 2 листах', 'Срок получения ответа'],
    ...[
      '21 декабря, понедельник',
      '5 рабочих дней',
      'Место получения ответа',
      'каб. 303',
      'г. Кокшетау, ул. Сатпаева, 1а',
      'Проверка',
    ],
    ...['День регистрации не считается', 'уполномоченный орган', '15 рабочих дней', 'в суд', 'отозвать жалобу'],
  ],
}
const spoken = (languages: SlipLanguages): ('kk' | 'ru')[] => (languages === 'both' ? ['kk', 'ru'] : [languages])

describe.each(NEW)('the slip as %s', (format) => {
  it.each(SLIP_LANGUAGES)('bears every fact that the law asks for, languages: %s', async (languages) => {
    const text = await textOf(whole({ format, languages }))
    for (const part of [...ALWAYS, ...spoken(languages).flatMap((language) => SAID[language])]) expect(text).toContain(part)
    if (languages === 'ru') for (const part of ['Шағым', 'Жауап', 'парақ']) expect(text).not.toContain(part)
    if (languages === 'kk') for (const part of ['жалоб', 'Срок', 'лист']) expect(text).not.toContain(part)
  })

  it('marks duplicates and corrections, and a preview across the page', async () => {
    const duplicate = await textOf(whole({ format, copy: 3, correctedOn: '2026-12-14' }))
    for (const part of ['Телнұсқа № 3', 'Дубликат № 3', 'Түзетілді', 'Исправлено']) expect(duplicate).toContain(part)
    expect(await textOf(slipFacts({ format, copy: 0 }))).toMatch(/ҮЛГІ: талон берілген жоқ.*Ү Л Г І/)
    const next = await textOf(slipFacts({ format, copy: 0, earlier: 2 }))
    for (const part of ['ҮЛГІ: телнұсқа № 3 беріледі', 'ОБРАЗЕЦ: будет выдан дубликат № 3']) expect(next).toContain(part)
    expect(next).not.toContain('талон берілген жоқ')
    expect(await textOf(whole({ format }))).not.toMatch(/Телнұсқа|Түзетілді|ҮЛГІ/)
  })

  it('bears what the office words itself', async () => {
    const text = await textOf(whole({ format, own: OWN }))
    for (const part of ['«Білім басқармасы» ММ', 'Қабылдау күндері: дүйсенбі, сәрсенбі', 'Приём граждан'])
      expect(text).toContain(part)
    // The stamp alone still names the office itself, now in both languages.
    expect(text).toContain('Ақмола облысының білім басқармасы')
    expect(text).toContain('Управление образования Акмолинской области')
  })

  it('proves itself by the signed code, and a preview bears the plain one', async () => {
    const proof = proofOf(7)
    expect(new ReadPdf(await renderSlip(whole({ format, proof, languages: 'kk' }))).codes).toContain(proof.code)
    const { codes } = new ReadPdf(await renderSlip(slipFacts({ format, copy: 0, languages: 'kk' })))
    expect(codes.join('\n')).toMatch(/Ж-0619\/26[^]*21\.12\.2026/)
  })
})

describe('the paper', () => {
  it.each<[SlipFormat, string, number]>([
    ['a4pair', '841.89 x 595.28 pts', 1],
    ['roll80', '226.772 x', 1],
    ['large', '595.28 x 841.89 pts', 4],
  ])('of %s is %s', async (format, size, pages) => {
    const { info } = new ReadPdf(await renderSlip(whole({ format })))
    expect(info['Page size']).toContain(size)
    expect(info['Pages']).toBe(String(pages))
  })

  it('is longer on a roll when there is more to say, and never wider', async () => {
    const height = async (facts: SlipFacts): Promise<number> =>
      Number(/x ([\d.]+) pts/.exec(new ReadPdf(await renderSlip(facts)).info['Page size']!)![1])
    const [usual, long] = [await height(whole({ format: 'roll80' })), await height(longFacts({ format: 'roll80' }))]
    expect(usual).toBeGreaterThan(mm(250))
    expect(long).toBeGreaterThan(usual + mm(30))
  })

  it('of a roll is black alone', async () => {
    const { data } = new ReadPdf(await renderSlip(whole({ format: 'roll80', own: OWN }))).picture(203)
    let coloured = 0
    for (let i = 0; i < data.length; i += 4) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) coloured++
    expect(coloured).toBe(0)
    // Smoothed edges are grey on a screen; what is drawn is not.
    const [page] = layOutSlip(facesInUse(), whole({ format: 'roll80', own: OWN, copy: 2 }))
    expect(new Set(page!.marks.map((mark) => ('colour' in mark ? mark.colour : '')))).toEqual(new Set(['#000000']))
  })

  it('in large print says what to do when no answer comes', async () => {
    const text = await textOf(whole({ format: 'large' }))
    expect(text).toContain('Егер 21.12.2026 күніне дейін жауап болмаса, мына мекенжайға келіңіз: 303-кабинет')
    expect(text).toContain('Если до 21.12.2026 ответа нет, приходите по адресу: каб. 303')
  })
})

/** Least distance of words from the edges of the page: left, top, right, bottom. */
const FIELDS: Record<SlipFormat, [number, number, number, number]> = {
  a5: [7.5, 5, 7.5, 3.5],
  a4pair: [7.5, 5, 7.5, 3.5],
  roll80: [3.9, 2.5, 3.9, 2],
  large: [17.5, 10, 17.5, 6],
}
const CASES: Record<string, Partial<SlipFacts>> = {
  'everything usual': {},
  'a name of 80 letters and more': { applicant: LONG.person },
  'a legal entity of 300 letters': { applicant: LONG.entity },
  'a subject of 500 letters': { subject: LONG.subject },
  'an address of 400 letters': { answerPlace: { kk: LONG.subject.slice(0, 400), ru: LONG.subject.slice(0, 400) } },
  'an endless word': { applicant: LONG.word, subject: LONG.word, answerPlace: { kk: LONG.word, ru: LONG.word } },
  'the office’s own words': { own: OWN },
  'everything as long as can be': longFacts({ own: { ...OWN, heading: { kk: LONG.office, ru: LONG.office }, note: { kk: LONG.subject.slice(0, 400), ru: LONG.subject.slice(0, 400) } } }),
} // prettier-ignore

describe.each(SLIP_FORMATS)('the fields of %s', (format) => {
  it.each(Object.entries(CASES))('hold %s', async (_, changes) => {
    const pdf = await renderSlip(whole({ ...changes, format }))
    const [width, height] = /([\d.]+) x ([\d.]+)/.exec(new ReadPdf(pdf).info['Page size']!)!.slice(1).map(Number)
    const [left, top, right, bottom] = FIELDS[format].map(mm) as [number, number, number, number]
    const out = (word: Word): boolean =>
      word.left < left || word.top < top || word.right > width! - right || word.bottom > height! - bottom
    for (const words of readPages(pdf)) {
      expect(words.filter(out).map(({ text }) => text)).toEqual([])
      expect(collisions(words)).toEqual([])
    }
  })
})

/** Words whose letters lie upon each other (see slipLayout.test.ts). */
function collisions(words: readonly Word[]): string[] {
  const cores = words.map((word) => {
    const height = word.bottom - word.top
    return {
      ...word,
      top: word.top + height * 0.28,
      bottom: word.bottom - height * 0.26,
      left: word.left + 0.2,
      right: word.right - 0.2,
    }
  })
  const upon = (a: Word, b: Word): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  return cores.flatMap((a, i) => cores.slice(i + 1).flatMap((b) => (upon(a, b) ? [`${a.text} × ${b.text}`] : [])))
}
