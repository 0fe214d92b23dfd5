import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoMaterial } from '#core/demo/demoMaterial'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyOffice, resourcesDir, type TestBrowser, type TestOffice } from '../support/office'
import { eventsOf } from '../support/raw'

const demo = JSON.parse(readFileSync(join(resourcesDir, 'demo', 'demo.json'), 'utf8')) as DemoMaterial

let test: TestOffice
let clerk: TestBrowser
beforeAll(async () => {
  test = await emptyOffice({ demo: true })
  clerk = await signedIn('qasenova')
})
afterAll(() => test.close())

async function signedIn(login: string): Promise<TestBrowser> {
  const browser = test.browser()
  await browser.call.session.signIn({ login, password: demo.password })
  return browser
}

describe('the demo office', () => {
  it('has its departments with their heads and people', async () => {
    const { departments, people } = await clerk.call.structure.state()
    expect(departments.map(({ name }) => name.kk).sort()).toEqual(demo.departments.map(({ name }) => name.kk).sort())
    for (const { id, headId } of departments) expect(people.find((one) => one.id === headId)?.departmentId).toBe(id)
    const placed = demo.people.filter(({ department }) => department !== null)
    expect(people.filter(({ departmentId }) => departmentId !== null)).toHaveLength(placed.length)
  })

  it('has everybody away who should be, and whoever acts today has the rights of it', async () => {
    const { absences, people } = await clerk.call.structure.state()
    expect(absences).toHaveLength(demo.absences.length)
    expect(absences.some(({ from }) => from > '2026-12-11')).toBe(true)
    const acting = await signedIn('suleimenova')
    const { caller } = await acting.call.session.start()
    expect(caller).toMatchObject({ roles: ['departmentHead', 'executor'], actsFor: [{ name: 'Ыбыраев Н. Қ.' }] })
    expect(people.find(({ id }) => id === caller!.id)!.roles).toEqual(['executor'])
  })

  it('has written all of it into the history', async () => {
    const actions = (await eventsOf(test)).map(({ action }) => action)
    const count = (wanted: string): number => actions.filter((action) => action === wanted).length
    expect(count('department.saved')).toBe(2 * demo.departments.length)
    expect(count('absence.saved')).toBe(demo.absences.length)
    expect(count('person.added')).toBe(demo.people.length - 1)
  })
})
