import { firstUnprintable } from '#shared/domain'
import { describe, expect, it } from 'vitest'

describe('what paper can show', () => {
  it.each([
    'АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя',
    'Ж-0619/26, № 88-V Заң 25 (2); «тырнақша» – сызықша — ұзын … “ ” ‘ ’ §',
    'Müller Łukasz Çelik ñ',
    '020000, Көкшетау қ., Сәтпаев к-сі, 1а',
    '5 000 €',
    '',
  ])('«%s»', (text) => expect(firstUnprintable(text)).toBeNull())

  it('a letter typed as a base and an accent, where one letter for both exists', () => {
    expect(firstUnprintable('и\u0306од')).toBeNull()
  })
})

describe('what it cannot, and which character that is', () => {
  it.each([
    ['Айгүл 🌷', '🌷'],
    ['100 ₸', '₸'],
    ['☐ белгі', '☐'],
    ['العربية', 'ا'],
    ['中文', '中'],
    ['a\u0000b', '\u0000'],
    ['a\u007fb', '\u007f'],
    ['а\u200bб', '\u200b'],
    ['a → b', '→'],
    ['қатар\nжаңа', '\n'],
  ])('%j', (text, character) => expect(firstUnprintable(text)).toBe(character))

  it('line breaks only where the field has lines', () => {
    expect(firstUnprintable('бір\nекі\tүш', true)).toBeNull()
    expect(firstUnprintable('бір\rекі', true)).toBe('\r')
  })
})
