import { describe, expect, it } from 'vitest'
import { STATUSES, type Status } from '#shared/domain'
import { inquirySentence, type InquiryFacts, type InquiryLetter } from '#shared/i18n'

/** The story: somebody rings and asks what became of a letter (R33). What is read aloud is true in every state, in both languages, and names nobody but the executor. */

const LETTER: InquiryLetter = {
  ...{ number: 'Ш-0041/26', on: '2026-12-15', delivery: 'inPerson', handed: null },
  place: { kk: 'Көкшетау қ., 303-кабинет', ru: 'г. Кокшетау, каб. 303' },
}
const BODY = { kk: '«Азаматтарға арналған үкімет» мемлекеттік корпорациясы', ru: 'Государственная корпорация' }

function facts(change: Partial<InquiryFacts> = {}): InquiryFacts {
  return {
    ...{ number: 'Ж-0612/26', registeredOn: '2026-12-10', status: 'execution', deadline: '2026-12-18', today: '2026-12-11' },
    ...{ executor: 'Бекенов А. Ж.', phone: '+7 (7162) 90-31-16', extendedBecause: null, letter: null, redirected: null },
    ...{ parts: [], missing: [], ground: null, attachedTo: '' },
    ...change,
  }
}
const kk = (change: Partial<InquiryFacts>) => inquirySentence('kk', facts(change)).join(' ')
const ru = (change: Partial<InquiryFacts>) => inquirySentence('ru', facts(change)).join(' ')

describe('while the office owes the answer', () => {
  it('says that an executor is being named', () => {
    for (const status of ['registered', 'resolution'] as const) {
      expect(kk({ status, executor: '' })).toBe(
        'Жолданымыңыз тіркелген: № Ж-0612/26, 2026 жылғы 10 желтоқсан. Қазір жауапты орындаушы белгіленіп жатыр. Жауап беру мерзімі: 2026 жылғы 18 желтоқсан.',
      )
      expect(ru({ status, executor: '' })).toBe(
        'Ваше обращение зарегистрировано: № Ж-0612/26, 10 декабря 2026 года. Сейчас назначается ответственный исполнитель. Срок ответа: 18 декабря 2026 года.',
      )
    }
  })

  it('says who considers it and until when', () => {
    expect(kk({})).toContain('Қазір қаралып жатыр. Жауапты орындаушы: Бекенов А. Ж. Жауап беру мерзімі: 2026 жылғы 18 желтоқсан.')
    expect(ru({})).toContain('Сейчас обращение рассматривается. Ответственный исполнитель: Бекенов А. Ж. Срок ответа: 18 декабря')
    expect(kk({ executor: '' })).not.toContain('Жауапты орындаушы')
  })

  it('says that the day is today, or past, and gives the phone only then', () => {
    expect(kk({ today: '2026-12-18' })).toContain('мерзімі бүгін бітеді: 2026 жылғы 18 желтоқсан.')
    expect(ru({ today: '2026-12-18' })).toContain('истекает сегодня: 18 декабря 2026 года.')
    expect(kk({ today: '2026-12-19' })).toContain(
      'өтіп кетті: 2026 жылғы 18 желтоқсан. Жауап әлі берілген жоқ. Толығырақ білу үшін телефон: +7',
    )
    expect(ru({ today: '2026-12-19' })).toContain('истёк: 18 декабря 2026 года. Ответ ещё не дан.')
    expect(ru({ today: '2026-12-19', phone: '' })).not.toContain('телефону')
    expect(ru({})).not.toContain('телефону')
  })

  it('says why the term was extended, as a part of the sentence', () => {
    const change = { deadline: '2027-01-14', extendedBecause: 'аудандық бөлімнен  түсіндірме сұратылды.\n' }
    expect(kk(change)).toContain(
      'ұзартылды, себебі: аудандық бөлімнен түсіндірме сұратылды. Жауап беру мерзімі: 2027 жылғы 14 қаңтар.',
    )
    expect(ru({ ...change, extendedBecause: 'запрошены сведения' })).toContain(
      'продлён, причина: запрошены сведения. Срок ответа: 14 января 2027',
    )
  })

  it('names the letter about the extension, and where it is', () => {
    const change = { extendedBecause: 'тексеру', letter: { ...LETTER, delivery: 'post' } } as const
    expect(kk(change)).toContain(
      'себебі: тексеру. Сізге жазылған хат: № Ш-0041/26, 2026 жылғы 15 желтоқсан. Хат пошта арқылы жіберіледі. Жауап беру',
    )
    expect(kk({ letter: LETTER })).not.toContain('Ш-0041/26')
  })

  it('says which part another body answers', () => {
    const parts = [{ body: BODY, letter: { number: 'Ш-0040/26', on: '2026-12-14' } }]
    expect(kk({ parts })).toContain(`бір бөлігі басқа органға жіберілді: ${BODY.kk}.`)
    expect(kk({ parts })).toContain('Органға жазылған хат: № Ш-0040/26, 2026 жылғы 14 желтоқсан. Қазір қаралып жатыр.')
    expect(ru({ parts })).toContain(`Часть обращения направлена в другой орган: ${BODY.ru}.`)
  })
})

describe('an answer', () => {
  it('waits where it is fetched', () => {
    expect(kk({ status: 'answered', letter: LETTER })).toContain(
      'Жауапқа қол қойылды: № Ш-0041/26, 2026 жылғы 15 желтоқсан. Хатты алатын орын: Көкшетау қ., 303-кабинет.',
    )
    expect(ru({ status: 'answered', letter: LETTER })).toContain(
      'Ответ подписан: № Ш-0041/26, 15 декабря 2026 года. Место получения письма: г. Кокшетау, каб. 303.',
    )
  })

  it.each([
    ['post', 'Хат пошта арқылы жіберіледі.', 'Письмо будет отправлено по почте.'],
    ['email', 'Хат электрондық пошта арқылы жіберіледі.', 'Письмо будет отправлено по электронной почте.'],
    ['portal', 'Хат порталдағы жеке кабинетке жіберіледі.', 'Письмо будет отправлено в личный кабинет портала.'],
  ] as const)('is still to go by %s', (delivery, kazakh, russian) => {
    const letter = { ...LETTER, delivery }
    expect(kk({ status: 'answered', letter })).toContain(kazakh)
    expect(ru({ status: 'answered', letter })).toContain(russian)
  })

  it.each([
    ['inPerson', 'Хат қолға берілді: 2026 жылғы 16 желтоқсан.', 'Письмо вручено лично: 16 декабря 2026 года.'],
    ['email', 'Хат электрондық пошта арқылы жіберілді: 2026', 'Письмо отправлено по электронной почте: 16 декабря'],
    ['portal', 'Хат порталдағы жеке кабинетке жіберілді: 2026', 'Письмо отправлено в личный кабинет портала: 16 декабря'],
  ] as const)('went by %s', (how, kazakh, russian) => {
    const letter = { ...LETTER, handed: { on: '2026-12-16', how, tracking: 'RR1' } }
    expect(kk({ status: 'answered', letter })).toContain(kazakh)
    expect(ru({ status: 'answered', letter })).toContain(russian)
    expect(ru({ status: 'answered', letter })).not.toContain('RR1')
    expect(kk({ status: 'answered', letter })).not.toContain('303-кабинет')
  })

  it('went by post, with its tracking number where there is one', () => {
    const handed = { on: '2026-12-16', how: 'post', tracking: 'RR123456789KZ' } as const
    const letter = { ...LETTER, handed }
    expect(kk({ status: 'answered', letter })).toContain('Пошта жөнелтілімінің нөмірі: RR123456789KZ.')
    expect(ru({ status: 'answered', letter })).toContain(
      'Письмо отправлено по почте: 16 декабря 2026 года. Номер почтового отправления: RR123456789KZ.',
    )
    expect(ru({ status: 'answered', letter: { ...LETTER, handed: { ...handed, tracking: '' } } })).not.toContain(
      'Номер почтового',
    )
  })

  it('is told without a place where none is written, and without a letter where none is known', () => {
    const letter = { ...LETTER, place: { kk: '', ru: '' } }
    expect(kk({ status: 'answered', letter })).toMatch(/2026 жылғы 15 желтоқсан\.$/)
    expect(ru({ status: 'answered' })).toContain('На Ваше обращение дан ответ.')
  })
})

describe('other ends', () => {
  it('says to which body and in which letter it was redirected', () => {
    const change: Partial<InquiryFacts> = {
      ...{ status: 'redirected', letter: { ...LETTER, delivery: 'post' } },
      redirected: { body: BODY, letter: { number: 'Ш-0040/26', on: '2026-12-15' } },
    }
    expect(kk(change)).toContain(
      `басқа органға жіберілді: ${BODY.kk}. Жауапты сол орган береді. Органға жазылған хат: № Ш-0040/26`,
    )
    expect(ru(change)).toContain(`в другой орган: ${BODY.ru}. Ответ даст этот орган. Письмо в этот орган: № Ш-0040/26`)
    expect(ru(change)).toContain('Письмо Вам: № Ш-0041/26, 15 декабря 2026 года. Письмо будет отправлено по почте.')
    expect(ru({ status: 'redirected' })).toContain('направлено на рассмотрение в другой орган. Ответ даст этот орган.')
  })

  it('says what is missing in what was returned', () => {
    const change: Partial<InquiryFacts> = { status: 'returned', missing: ['address', 'signature'], letter: LETTER }
    expect(kk(change)).toContain('қайтарылды. Жетіспейтіні: пошталық мекенжай; күні мен қолы. Толықтырып, қайта бере аласыз.')
    expect(ru(change)).toContain('возвращено. Не хватает: почтовый адрес; дата и подпись. Его можно дополнить и подать снова.')
    expect(kk({ status: 'returned' })).toContain('қайтарылды. Толықтырып')
  })

  it('says that it was withdrawn, left without consideration and why, or joined to a case', () => {
    expect(kk({ status: 'withdrawn' })).toContain('кері қайтарып алынды, қарау тоқтатылды.')
    expect(ru({ status: 'withdrawn' })).toContain('отозвано по Вашей письменной просьбе')
    expect(kk({ status: 'unconsidered', ground: 'courtAct' })).toContain('Негізі: осы мәселе бойынша сот актісі бар.')
    expect(ru({ status: 'unconsidered', ground: 'courtAct' })).toContain('Основание: по этому вопросу есть судебный акт.')
    expect(ru({ status: 'unconsidered' })).toMatch(/оставлено без рассмотрения\.$/)
    expect(kk({ status: 'attached', attachedTo: 'Ж-0100/26' })).toContain('бұрынғы іске қосылды: № Ж-0100/26.')
    expect(ru({ status: 'attached' })).toContain('приобщено к прежнему делу. Отдельный')
    expect(kk({ status: 'filed' })).toContain('іске тігілді.')
    expect(ru({ status: 'filed' })).toContain('документы списаны в дело.')
  })

  it('says of a void entry only that, and where to ask', () => {
    expect(kk({ status: 'void' })).toBe(
      'Бұл нөмірмен тіркелген жазбаның күші жойылған: № Ж-0612/26. Толығырақ білу үшін телефон: +7 (7162) 90-31-16.',
    )
    expect(ru({ status: 'void', phone: '' })).toBe('Запись с этим номером аннулирована: № Ж-0612/26.')
  })
})

describe.each(['kk', 'ru', 'en'] as const)('every state in %s', (language) => {
  const whole: Partial<InquiryFacts> = { letter: LETTER, redirected: { body: BODY, letter: null }, attachedTo: 'Ж-0100/26' }
  const closed: readonly Status[] = STATUSES.filter((status) => !['registered', 'resolution', 'execution'].includes(status))

  it.each(STATUSES)('%s is told in whole sentences, without a loose key, a figure date or an ending on a value', (status) => {
    const said = inquirySentence(language, facts({ ...whole, status }))
    expect(said.length).toBeGreaterThan(1)
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
    const text = said.join(' ')
    expect(text).not.toMatch(/inquiry\.|[{}]|\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}/)
    expect(text).not.toMatch(/(\d|А\. Ж\.)['’-](?!\d|кабинет)\p{L}/u)
    expect(text).toContain('Ж-0612/26')
  })

  it.each(closed)('%s promises no further day', (status) => {
    const text = inquirySentence(language, facts({ ...whole, status })).join(' ')
    expect(text).not.toContain({ kk: '18 желтоқсан', ru: '18 декабря', en: '18 December' }[language])
  })
})
