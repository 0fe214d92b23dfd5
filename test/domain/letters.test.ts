import { compareTexts, foldForSearch, formatPhone, phoneDigits, searchWords, sortKey, surnameAndInitials } from '#shared/domain'
import { describe, expect, it } from 'vitest'

describe('search from a Russian keyboard', () => {
  it.each([
    ['шагым', 'Шағым'],
    ['касенова', 'Қасенова'],
    ['абенов', 'Әбенов'],
    ['омирбек', 'Өмірбек'],
    ['нурланкызы', 'Нұрланқызы'],
    ['умит', 'Үміт'],
    ['хакимова', 'Һакімова'],
    ['тиленов', 'Тіленов'],
    ['конысбай', 'Қоңысбай'],
    ['ковалев', 'Ковалёв'],
    ['андреи', 'Андрей'],
  ])('«%s» finds «%s»', (typed, stored) => {
    expect(foldForSearch(stored)).toBe(foldForSearch(typed))
  })

  it('does not mix up names that differ in more than those letters', () => {
    expect(foldForSearch('Қасымов')).not.toBe(foldForSearch('Касенов'))
  })

  it('finds a letter typed as a base and an accent', () => {
    expect(foldForSearch('е\u0308лка')).toBe(foldForSearch('ёлка'))
  })

  it('takes a number apart as it is written on a stamp', () => {
    expect(searchWords('Ж-0612/26')).toEqual(['ж', '0612', '26'])
    expect(searchWords('«Бөбек-Demo» ЖШС')).toEqual(['бобек', 'demo', 'жшс'])
    expect(searchWords(' – ')).toEqual([])
  })
})

describe('sorting', () => {
  const names = (
    'Яковлев Әбенов Алиев Ыбыраев Иванова Ізбасов Йолдасов Ғалымов Габитов Қасенова Касенова Нұрлан Ңурлан Назаров Өмірбек Омаров Оспанов ' +
    'Ұлпан Үміт Умаров Хасенов Һакімова Фомин Цой Ёлкин Ежов Жақыпов Енин Щербак Шмидт Чехов Эм Юсупов Ьян Ъян'
  ).split(' ')

  it('follows the Kazakh alphabet', () => {
    expect(['Яковлев', 'Әбенов', 'Бекенов', 'Алиев', 'Қасенова', 'Касенова'].sort(compareTexts)).toEqual([
      'Алиев',
      'Әбенов',
      'Бекенов',
      'Касенова',
      'Қасенова',
      'Яковлев',
    ])
  })

  it('agrees with the Kazakh collation of Node, which Chromium lacks', () => {
    expect(new Intl.Collator('kk').resolvedOptions().locale).toBe('kk')
    const reference = [...names].sort(new Intl.Collator('kk').compare)
    expect([...names].sort(compareTexts)).toEqual(reference)
    expect([...names].reverse().sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(reference)
  })

  it('puts every letter of the alphabet in its place', () => {
    const letters = [...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя']
    expect(letters).toHaveLength(42)
    expect([...letters].reverse().sort(compareTexts)).toEqual(letters)
  })

  it('does not look at case, quotation marks or dashes, and puts figures and Latin first', () => {
    expect(compareTexts('ӘБЕНОВ', 'әбенов')).toBe(0)
    expect(['«Бөбек» ЖШС', 'Алиев', 'Demo', '12-мектеп'].sort(compareTexts)).toEqual([
      '12-мектеп',
      'Demo',
      'Алиев',
      '«Бөбек» ЖШС',
    ])
  })

  it('puts the shorter name first', () => {
    expect(['Ким Светлана', 'Кимасов Ан', 'Ким'].sort(compareTexts)).toEqual(['Ким', 'Ким Светлана', 'Кимасов Ан'])
  })
})

describe('surname and initials', () => {
  it.each([
    ['Сейтқали Айгүл Маратқызы', 'Сейтқали А. М.'],
    ['Әбенов Талғат', 'Әбенов Т.'],
    ['Қасенова А. Т.', 'Қасенова А. Т.'],
    ['  Ким   светлана  андреевна ', 'Ким С. А.'],
    ['Мамедов Ильхам Гусейн оглы', 'Мамедов И. Г.'],
    ['Нұрлан', 'Нұрлан'],
    ['', ''],
  ])('of «%s» are «%s»', (name, short) => expect(surnameAndInitials(name)).toBe(short))
})

describe('phones', () => {
  it.each([
    ['8-(716-2) 903116', '+7 (7162) 90-31-16'],
    ['7162903116', '+7 (7162) 90-31-16'],
    ['+77000001234', '+7 700 000 12 34'],
    ['8 700 000-12-34', '+7 700 000 12 34'],
    ['700 000 12 34', '+7 700 000 12 34'],
    ['88000807777', '8 800 080 7777'],
    ['1414', '1414'],
    ['1414, 8 800 080 7777', '1414, 8 800 080 7777'],
    ['+7 700 000 12 34, анасы', '+7 700 000 12 34, анасы'],
    ['+49 30 901820', '+49 30 901820'],
    ['', ''],
  ])('%s is shown as %s', (typed, shown) => expect(formatPhone(typed)).toBe(shown))

  it('are the same phone however they were typed', () => {
    const ways = ['+7 700 000 12 34', '8 (700) 000-12-34', '87000001234', '7000001234']
    expect(new Set(ways.map(phoneDigits))).toEqual(new Set(['77000001234']))
  })

  it('need five digits to be searched by', () => expect(phoneDigits('12-34')).toBe(''))
})
