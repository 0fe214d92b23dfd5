import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register } from '../support/office'
import { officeWithPapers, paperOf } from './papersFixtures'
import { readPages, textOf } from './readPages'

/** Papers of one entry: card, sticker. */

let office: Awaited<ReturnType<typeof officeWithPapers>>
beforeAll(async () => {
  office = await officeWithPapers()
})
afterAll(() => office.test.close())

describe('the registration-control card', () => {
  it('says in Kazakh who wrote what, who works on it until when, and how it ended', async () => {
    const { text, info } = await paperOf(office.clerk, `card/${office.answered}.pdf?language=kk`)
    for (const fact of [
      ...[
        'Тіркеу-бақылау карточкасы',
        'Ж-0001/26',
        'Сейтқали Айгүл Маратқызы',
        'мемлекеттік қызметтер көрсету мәселелері бойынша шағым',
      ],
      ...[
        '020000, Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
        'Түскені 11.12.2026, 11:05 · қолма-қол',
        'Балабақша кезегі',
        '1 парақ',
      ],
      ...[
        'Тілеубергенов А. Т.',
        'Қараңыз · мерзімі 21.12.2026',
        'Бекенов А. Т., жауапты орындаушы',
        'Мектептен түсініктеме сұратылды',
      ],
      ...[
        '11.12.2026: 21.12.2026 – 25.12.2026',
        '№ Ш-0001/26',
        '№ Ш-0002/26',
        'берілді: 11.12.2026, пошта арқылы',
        'қарау туралы жауап',
      ],
    ]) {
      expect(text).toContain(fact)
    }
    expect(text).not.toMatch(/Регистрационно|срок|850412100013/)
    expect(info).toMatchObject({
      Title: 'Тіркеу-бақылау карточкасы Ж-0001/26',
      'Page size': '419.53 x 595.28 pts',
      Tagged: 'yes',
    })
  })

  it('says it in Russian, on A4 when that is asked for', async () => {
    const { text, info } = await paperOf(office.clerk, `card/${office.answered}.pdf?language=ru&size=a4`)
    for (const fact of [
      'Регистрационно-контрольная карточка',
      'ответственный исполнитель',
      'Изменения срока',
      'передано 11.12.2026, по почте',
    ]) {
      expect(text).toContain(fact)
    }
    expect(info['Page size']).toBe('595.28 x 841.89 pts (A4)')
    expect(text).not.toContain('Тіркеу-бақылау')
  })

  it('never shows an empty box for what the fonts do not have', async () => {
    expect((await paperOf(office.clerk, `card/${office.answered}.pdf`)).text).toContain('Баласының кезегі жылжымаған ?.')
  })

  it('says that an entry is void, since when, by whom and why', async () => {
    const { text } = await paperOf(office.clerk, `card/${office.voided}.pdf`)
    expect(text).toContain('КҮШІ ЖОЙЫЛДЫ')
    expect(text).toContain('11.12.2026, Қасенова А. Т.: екі рет тіркелген')
  })

  it('goes on over the page with a long content, all of it, inside the margins', async () => {
    const summary = Array.from({ length: 900 }, (_, index) => `сөз${index}`).join(' ')
    const { id } = await register(office.clerk, { summary })
    const pages = readPages((await paperOf(office.clerk, `card/${id}.pdf?language=kk`)).bytes)
    expect(pages.length).toBeGreaterThan(1)
    const text = pages.map(textOf).join(' ')
    for (const index of [0, 450, 899]) expect(text).toContain(`сөз${index}`)
    for (const [index, words] of pages.entries()) {
      expect(textOf(words)).toContain(`${index + 1}-бет, барлығы ${pages.length}`)
      for (const { left, right, bottom } of words) {
        expect(left).toBeGreaterThan(28)
        expect(right).toBeLessThan(392)
        expect(bottom).toBeLessThan(587)
      }
    }
  })
})

describe('the number sticker', () => {
  it('bears number, day and digits that a reader finds on a label printer of 203 dpi', async () => {
    const sticker = await paperOf(office.clerk, `sticker/${office.answered}.pdf?copies=3`)
    expect(sticker.info).toMatchObject({ Pages: '3', 'Page size': '164.409 x 85.0394 pts' })
    expect(sticker.text).toContain('Ж-0001/26')
    expect(sticker.text).toContain('11.12.2026')
    expect(sticker.text).toContain('1 2026 000001 7')
    expect(sticker.codesAt(203)).toEqual(['120260000017'])
  })

  it('stands so often on a sheet of 24 as is asked for, each readable', async () => {
    const sheet = await paperOf(office.clerk, `sticker/${office.answered}.pdf?copies=20&size=sheet`)
    expect(sheet.info).toMatchObject({ Pages: '1', 'Page size': '595.28 x 841.89 pts (A4)' })
    expect(sheet.text.match(/Ж-0001\/26/g)).toHaveLength(20)
    expect(sheet.codesAt(203)).toEqual(['120260000017'])
    for (const { left, top, right, bottom } of sheet.words) {
      const [x, y] = [left % 198.43, (top - 1.4) % 104.88]
      expect(x + right - left).toBeLessThan(198.43)
      expect(y + bottom - top).toBeLessThan(104.88)
    }
  })

  it('says that the number is void', async () => {
    expect((await paperOf(office.clerk, `sticker/${office.voided}.pdf?language=ru`)).text).toContain('аннулировано')
  })
})

describe('papers of an entry', () => {
  it('move with the printer that prints askew', async () => {
    const [straight, askew] = await Promise.all(
      ['', '&dx=5&dy=-2.5'].map(
        async (offset) => (await paperOf(office.clerk, `sticker/${office.answered}.pdf?size=58x30${offset}`)).words,
      ),
    )
    expect(askew![1]!.left - straight![1]!.left).toBeCloseTo((5 * 72) / 25.4, 1)
    expect(askew![1]!.top - straight![1]!.top).toBeCloseTo((-2.5 * 72) / 25.4, 1)
  })

  it('are not there for somebody who does not see it, and not for an administrator', async () => {
    const admin = office.test.browser()
    await admin.call.session.signIn({ login: 'admin', password: 'correct horse' })
    for (const path of ['card/ID', 'sticker/ID', 'label/entry-ID', 'envelope/c5/entry-ID']) {
      const secret = `/files/papers/${path.replace('ID', String(office.secret))}.pdf`
      expect([path, (await office.clerk.get(secret)).status]).toEqual([path, 200])
      expect([path, (await office.executor.get(secret)).status]).toEqual([path, 200])
      expect([path, (await office.head.get(secret)).status]).toEqual([path, 404])
      expect([path, (await admin.get(secret)).status]).toEqual([path, 403])
      expect((await office.test.browser().get(secret)).status).toBe(401)
    }
  })

  it.each([
    'card/ID.pdf?size=a3',
    'card/ID.pdf?language=en',
    'card/ID.pdf?dx=21',
    'card/ID.pdf?dy=x',
    'sticker/ID.pdf?copies=21',
    'sticker/ID.pdf?copies=0',
    'label/entry-ID.pdf?size=1x1',
    'envelope/c6/entry-ID.pdf',
    'card/ID.docx',
    'card/999999.pdf',
  ])('are not there as %s', async (path) => {
    expect((await office.clerk.get(`/files/papers/${path.replace('ID', String(office.answered))}`)).status).toBe(404)
  })
})
