import { permissionsOf } from '#shared/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, refusal, register } from '../support/office'
import { rowsOf } from '../support/raw'
import {
  eventsAbout,
  officeWithStructure,
  permissionsNow,
  START,
  TODAY,
  walkTo,
  type StructureOffice,
} from '../support/structure'

let office: StructureOffice
beforeAll(async () => void (office = await officeWithStructure()))
afterAll(() => office.test.close())
afterEach(() => office.test.clock.set(START))

describe('whoever acts for somebody', () => {
  it('gets the rights when the first day begins in the office, and loses them after the last, in an open session', async () => {
    const boss = await office.somebody(['head'], 'Ахметов')
    const actor = await office.somebody(['executor'], 'Бекова')
    const entry = await register(office.clerk)
    await office.away(boss.id, '2026-12-14', '2026-12-15', actor.id)
    const sees = async (moment: string): Promise<string> => {
      await walkTo(office.test, moment, actor.browser)
      return actor.browser.call.register.card({ id: entry.id }).then(
        () => 'sees',
        ({ code }: { code: string }) => code,
      )
    }
    // 23:59 on Sunday and 00:00 on Monday in Almaty, five hours ahead.
    expect(await sees('2026-12-13T18:59:00.000Z')).toBe('not_found')
    expect(await actor.browser.call.session.start()).toMatchObject({ caller: { roles: ['executor'], actsFor: [] } })
    expect(await sees('2026-12-13T19:00:00.000Z')).toBe('sees')
    const { caller } = await actor.browser.call.session.start()
    expect(caller).toMatchObject({ roles: ['head', 'executor'], actsFor: [{ id: boss.id, name: 'Ахметов А. Т.' }] })
    expect(caller!.permissions).toEqual(permissionsOf(['head', 'executor']))
    expect(await sees('2026-12-15T18:59:00.000Z')).toBe('sees')
    expect(await sees('2026-12-15T19:00:00.000Z')).toBe('not_found')
    expect(await permissionsNow(actor.browser)).toEqual(permissionsOf(['executor']))
  })

  it('is told so at sign-in, and the absent one keeps the own rights', async () => {
    const [boss, actor] = [await office.somebody(['head']), await office.somebody(['executor'])]
    await office.away(boss.id, TODAY, TODAY, actor.id)
    const login = actor.login
    const caller = await office.test.browser().call.session.signIn({ login, password: PASSWORD })
    expect(caller).toMatchObject({ roles: ['head', 'executor'], actsFor: [{ id: boss.id }] })
    expect(await permissionsNow(boss.browser)).toEqual(permissionsOf(['head']))
  })

  it('loses the rights at once when the absence is taken back or given to another', async () => {
    const [boss, actor, other] = [
      await office.somebody(['head']),
      await office.somebody(['executor']),
      await office.somebody(['executor']),
    ]
    const made = await office.away(boss.id, TODAY, TODAY, actor.id)
    expect(await permissionsNow(actor.browser)).toContain('routing.resolve')
    const given = await office.admin.call.structure.saveAbsence({ ...made, actingId: other.id })
    expect(await permissionsNow(actor.browser)).not.toContain('routing.resolve')
    expect(await permissionsNow(other.browser)).toContain('routing.resolve')
    await office.admin.call.structure.cancelAbsence(given)
    expect(await permissionsNow(other.browser)).not.toContain('routing.resolve')
  })

  it('follows the absent one’s roles, and loses all when that one leaves the office', async () => {
    const [boss, actor] = [await office.somebody(['clerk']), await office.somebody(['executor'])]
    await office.away(boss.id, TODAY, '2026-12-31', actor.id)
    const self = await office.listed(boss.id)
    expect(await permissionsNow(actor.browser)).toContain('register.write')
    await office.admin.call.people.change({ ...self, roles: ['head'] })
    expect(await permissionsNow(actor.browser)).toEqual(permissionsOf(['head', 'executor']))
    await office.admin.call.people.change({ ...self, version: self.version + 1, active: false })
    expect(await permissionsNow(actor.browser)).toEqual(permissionsOf(['executor']))
  })

  it('acts for two at once', async () => {
    const [a, b, actor] = [await office.somebody(['head']), await office.somebody(['clerk']), await office.somebody(['executor'])]
    await office.away(a.id, TODAY, TODAY, actor.id)
    await office.away(b.id, TODAY, TODAY, actor.id)
    const { caller } = await actor.browser.call.session.start()
    expect(caller).toMatchObject({ roles: ['clerk', 'head', 'executor'], actsFor: [{ id: a.id }, { id: b.id }] })
  })

  it('who leaves the office acts no longer: the absence stands without, in the same event', async () => {
    const [boss, actor] = [await office.somebody(['head']), await office.somebody(['executor'])]
    const past = await office.away(boss.id, '2026-12-01', '2026-12-02', actor.id)
    const made = await office.away(boss.id, TODAY, TODAY, actor.id)
    const self = await office.listed(actor.id)
    await office.admin.call.people.change({ ...self, active: false })
    const { absences } = await office.admin.call.structure.state()
    expect(absences.find(({ id }) => id === made.id)).toMatchObject({ actingId: null, version: 2 })
    expect(await rowsOf(office.test, 'SELECT acting_id FROM absences WHERE id = ?', [past.id])).toEqual([{ acting_id: actor.id }])
    expect((await eventsAbout(office.test, 'person', actor.id)).at(-1)).toMatchObject({ details: { actedIn: [made.id] } })
    expect((await refusal(office.admin.call.structure.cancelAbsence(made))).code).toBe('conflict.stale')
  })

  it('holds on after a restart', async () => {
    const [boss, actor] = [await office.somebody(['head']), await office.somebody(['executor'])]
    await office.away(boss.id, TODAY, TODAY, actor.id)
    const login = actor.login
    await office.test.reopen()
    const browser = office.test.browser()
    expect(await browser.call.session.signIn({ login, password: PASSWORD })).toMatchObject({ actsFor: [{ id: boss.id }] })
    await office.admin.call.session.signIn({ login: 'admin', password: PASSWORD })
    await office.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
  })
})
