import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, person, refusal } from '../support/office'
import { eventsAbout, officeWithStructure, START, type StructureOffice } from '../support/structure'

let office: StructureOffice
beforeAll(async () => void (office = await officeWithStructure()))
afterAll(() => office.test.close())
afterEach(() => office.test.clock.set(START))

describe('departments', () => {
  it('stand in the order of the Kazakh alphabet, with their heads', async () => {
    const { id } = await office.somebody(['departmentHead'])
    for (const name of ['Ұйымдастыру', 'Кадр', 'Қаржы']) await office.newDepartment(name, id)
    const { departments } = await office.clerk.call.structure.state()
    expect(departments.map(({ name }) => name.kk)).toEqual(['Кадр', 'Қаржы', 'Ұйымдастыру'])
    expect(departments.every(({ headId }) => headId === id)).toBe(true)
  })

  it('are renamed, closed and get another head, and the history keeps what was', async () => {
    const [first, second] = [
      await office.somebody(['departmentHead'], 'Әлиев'),
      await office.somebody(['departmentHead'], 'Бекенов'),
    ]
    const made = await office.newDepartment('Тәрбие жұмысы', first.id)
    const name = { kk: 'Тәрбие', ru: 'Воспитание' }
    const changed = await office.admin.call.structure.saveDepartment({ ...made, name, headId: second.id, active: false })
    expect(changed).toEqual({ id: made.id, name, headId: second.id, active: false, version: 2 })
    expect(await eventsAbout(office.test, 'department', made.id)).toMatchObject([
      { action: 'department.saved', details: { head: 'Әлиев А. Т.', active: true } },
      {
        action: 'department.saved',
        details: { name, head: 'Бекенов А. Т.', active: false, before: { name: made.name, headId: first.id, active: true } },
      },
    ])
  })

  it('changed by two: the second learns who and when, and changes nothing', async () => {
    const made = await office.newDepartment('Аттестаттау')
    await office.admin.call.structure.saveDepartment({ ...made, name: { kk: 'Бірінші', ru: 'Первый' } })
    const fault = await refusal(office.admin.call.structure.saveDepartment({ ...made, name: { kk: 'Екінші', ru: 'Второй' } }))
    expect(fault).toMatchObject({ code: 'conflict.stale', data: { params: { who: 'Жүнісов А. Т.', when: START } } })
    const { departments } = await office.admin.call.structure.state()
    expect(departments.find(({ id }) => id === made.id)!.name.kk).toBe('Бірінші')
  })

  it('are headed by somebody who is there', async () => {
    const gone = await office.somebody(['departmentHead'])
    const self = await office.listed(gone.id)
    await office.admin.call.people.change({ ...self, active: false })
    for (const [headId, code] of [
      [9999, 'unknown_value'],
      [gone.id, 'person_left'],
    ] as const)
      expect((await refusal(office.newDepartment('Бос', headId))).data.fields).toMatchObject([{ path: 'headId', code }])
    expect(
      (await refusal(office.admin.call.structure.saveDepartment({ ...(await office.newDepartment('Жаңа')), id: 9999 }))).code,
    ).toBe('not_found')
  })

  it('keep their people; nobody can belong to one that is not there', async () => {
    const { id } = await office.newDepartment('Бюджет')
    const { id: personId } = await office.somebody(['executor'])
    const self = await office.listed(personId)
    const changed = await office.admin.call.people.change({ ...self, departmentId: id })
    expect(changed.departmentId).toBe(id)
    const people = (await office.clerk.call.structure.state()).people
    expect(people.find((each) => each.id === personId)!.departmentId).toBe(id)
    for (const call of [
      office.admin.call.people.change({ ...changed, departmentId: 9999 }),
      office.admin.call.people.add({ ...person('nowhere', ['executor']), departmentId: 9999, password: PASSWORD }),
    ])
      expect((await refusal(call)).data.fields).toMatchObject([{ path: 'departmentId', code: 'unknown_value' }])
  })

  it('tell colleagues no sign-in name and no secret', async () => {
    const { people } = await office.clerk.call.structure.state()
    for (const each of people)
      expect(Object.keys(each).sort()).toEqual(['active', 'departmentId', 'id', 'name', 'position', 'roles'])
  })
})

describe('a head who left', () => {
  it('is out of the department in the same event, and whoever had it open learns by whom', async () => {
    const { id } = await office.somebody(['departmentHead'])
    const [made, other] = [await office.newDepartment('Балалар құқығы', id), await office.newDepartment('Мониторинг', id)]
    const self = await office.listed(id)
    office.test.clock.pass(60)
    const at = office.test.clock.now().toISOString()
    await office.admin.call.people.change({ ...self, active: false })
    const { departments, people } = await office.admin.call.structure.state()
    expect(departments.filter((each) => [made.id, other.id].includes(each.id)).map(({ headId }) => headId)).toEqual([null, null])
    expect(people.find((each) => each.id === id)).toMatchObject({ active: false, name: 'Серіков А. Т.' })
    expect((await eventsAbout(office.test, 'person', id)).at(-1)).toMatchObject({
      action: 'person.changed',
      details: { active: false, headOf: [made.id, other.id] },
    })
    expect(await eventsAbout(office.test, 'department', made.id)).toMatchObject([
      { details: { headId: id, head: 'Серіков А. Т.' } },
    ])
    const fault = await refusal(office.admin.call.structure.saveDepartment(made))
    expect(fault).toMatchObject({ code: 'conflict.stale', data: { params: { who: 'Жүнісов А. Т.', when: at } } })
  })

  it('stays the head when the change that lets him or her go is refused', async () => {
    const { id } = await office.somebody(['departmentHead'])
    const made = await office.newDepartment('Мектепке дейінгі', id)
    const self = await office.listed(id)
    expect((await refusal(office.admin.call.people.change({ ...self, active: false, version: 7 }))).code).toBe('conflict.stale')
    const { departments } = await office.admin.call.structure.state()
    expect(departments.find((each) => each.id === made.id)).toMatchObject({ headId: id, version: 1 })
  })
})
