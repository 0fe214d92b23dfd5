import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeWithClerk, register, signedIn, type ClerksOffice } from '../support/office'

let test: ClerksOffice
let id: number
beforeAll(async () => {
  test = await officeWithClerk()
  ;({ id } = await register(test.clerk))
})
afterAll(() => test.close())

/** The name under which a browser saves a file. */
async function nameOf(path: string, browser = test.clerk): Promise<string> {
  const response = await browser.get(path)
  expect(response.status).toBe(200)
  return decodeURIComponent(/filename\*=UTF-8''([\w%.-]+)$/.exec(response.headers.get('content-disposition')!)![1]!)
}

it('copies of a slip are told apart by their number, each in its own language', async () => {
  const first = await test.clerk.call.slips.issue({ appealId: id, languages: 'both' })
  const second = await test.clerk.call.slips.issue({ appealId: id, languages: 'ru' })
  expect(await nameOf(`/files/slips/${first.id}.pdf`)).toBe('Талон Ж-0001-26, 1.pdf')
  expect(await nameOf(`/files/slips/${second.id}.pdf`)).toBe('Талон Ж-0001-26, 2.pdf')
  expect(await nameOf(`/files/slips/preview/${id}.pdf`)).toBe('Талон Ж-0001-26.pdf')
})

it.each([
  ['papers/card/ID.pdf?language=kk', 'Тіркеу-бақылау карточкасы Ж-0001-26.pdf'],
  ['papers/card/ID.pdf?language=ru', 'Регистрационно-контрольная карточка Ж-0001-26.pdf'],
  ['papers/label/entry-ID.pdf?language=ru', 'Адресная наклейка Ж-0001-26.pdf'],
  ['papers/sticker/ID.pdf?language=kk', 'Нөмір жапсырмасы Ж-0001-26.pdf'],
  ['papers/control-list.pdf?language=ru', 'Контрольный список 11.12.2026.pdf'],
  [
    'papers/handed-over.pdf?from=2026-12-01&to=2026-12-11&language=ru',
    'Реестр переданных документов 01.12.2026 – 11.12.2026.pdf',
  ],
  ['slips/stamp/ID.pdf', 'Хаттағы мөртабан Ж-0001-26.pdf'],
  ['calendar/2027.pdf?language=ru', 'Рабочий календарь 2027.pdf'],
])('%s is named in the words of its language', async (path, name) => {
  expect(await nameOf(`/files/${path.replace('ID', String(id))}`)).toBe(name)
})

it('a letter that shows a template is named after what it is for', async () => {
  const admin = await signedIn(test, 'admin')
  for (const format of ['pdf', 'docx'])
    expect(await nameOf(`/files/letters/template/extensionNotice.ru.${format}`, admin)).toBe(
      `Уведомление о продлении срока.${format}`,
    )
})
