import { describe, expect, it } from 'vitest'
import type { Person } from '#shared/contract'
import PersonDialog from '../../renderer/features/settings/PersonDialog.vue'
import StructurePart from '../../renderer/features/settings/StructurePart.vue'
import { useLocale } from '../../renderer/i18n'
import { useStructure } from '../../renderer/stores/structure'
import {
  alerts,
  cells,
  choose,
  click,
  confirm,
  control,
  line,
  optionsOf,
  press,
  settle,
  show,
  type,
  useStructureHost,
} from './support/structureHost'

/** The story: departments get names and heads, and people their department, while somebody else does the same. */

const desk = useStructureHost()

describe('a department', () => {
  it('changed by somebody else meanwhile keeps what was typed and names the other head', async () => {
    desk.host.answers['structure/saveDepartment'] = ({ version, ...rest }) =>
      version === desk.host.departments[0]!.version
        ? { json: { ...rest, version: Number(version) + 1 } }
        : { refused: 'conflict.stale', params: { who: 'Омарова Д. С.', when: '2026-12-11T06:00:00Z' } }
    await show(StructurePart)
    await click('мектеп бөлімі')
    await choose('Басшысы', 'қ')
    desk.host.departments[0] = {
      ...desk.host.departments[0]!,
      name: { kk: 'мектеп бөлімі', ru: 'школьный отдел' },
      headId: 5,
      version: 2,
    }
    await confirm()
    expect(alerts()).toContain('Омарова Д. С. өзгертіп үлгерді')
    expect(line('Басшысы').textContent).toContain('Қазір сақталғаны: Сәрсенова Г. Б.')
    expect(control('Атауы, орысша').value).toBe('школьный отдел')
    await confirm()
    expect(desk.host.inputs('structure/saveDepartment').at(-1)).toEqual({
      ...{ id: 1, version: 2, name: { kk: 'мектеп бөлімі', ru: 'школьный отдел' }, headId: 4, active: true },
    })
  })

  it('is added with Alt+Insert and needs both names', async () => {
    desk.host.answers['structure/saveDepartment'] = (input) => ({ json: { ...input, id: 11, version: 1 } })
    await show(StructurePart)
    await press('Insert', { altKey: true })
    await type('Атауы, қазақша', 'кадр бөлімі')
    await confirm()
    expect(control('Атауы, орысша').getAttribute('aria-invalid')).toBe('true')
    await type('Атауы, орысша', 'отдел кадров')
    await confirm()
    expect(desk.host.inputs('structure/saveDepartment')).toEqual([
      { id: null, version: 0, name: { kk: 'кадр бөлімі', ru: 'отдел кадров' }, headId: null, active: true },
    ])
  })
})

it('departments stand in the order of the language shown', async () => {
  await show(StructurePart)
  expect(cells('Бөлімдер').map(([name]) => name)).toEqual(['ескі бөлім', 'мектеп бөлімі'])
  useLocale().choose('ru')
  await settle()
  expect(cells('Отделы').map(([name]) => name)).toEqual(['отдел школ', 'старый отдел'])
})

describe('the department of a person', () => {
  const person: Person = {
    ...{ id: 3, surname: 'Бекенов', givenName: 'Арман', patronymic: '', login: 'bekenov', departmentId: 1 },
    ...{ position: { kk: 'маман', ru: 'специалист' }, roles: ['executor'], active: true, version: 3 },
  }

  it('is chosen among those that are open', async () => {
    await useStructure().load()
    desk.host.answers['people/change'] = ({ id, ...rest }) => ({ json: { ...rest, id, version: 4 } })
    await show(PersonDialog, { person, reload: async () => [person] })
    expect(await optionsOf('Бөлімі')).toEqual(['бөлімсіз', 'мектеп бөлімі'])
    await choose('Бөлімі', 'бөл')
    await confirm()
    expect(desk.host.inputs('people/change')).toMatchObject([{ id: 3, version: 3, departmentId: null }])
  })

  it('that was closed stays with those who belong to it', async () => {
    await useStructure().load()
    await show(PersonDialog, { person: { ...person, departmentId: 2 }, reload: async () => [person] })
    expect(await optionsOf('Бөлімі')).toEqual(['бөлімсіз', 'ескі бөлім', 'мектеп бөлімі'])
  })
})
