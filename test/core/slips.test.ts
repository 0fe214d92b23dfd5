import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facts, officeWithClerk, refusal, register, signedIn, type ClerksOffice } from '../support/office'
import { rowsOf } from '../support/raw'
import type { SlipFacts } from '#core/slips/slipFacts'

let test: ClerksOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

const frozen = async (id: number): Promise<SlipFacts> => {
  const [row] = await rowsOf<{ facts: string }>(test, 'SELECT facts FROM slips WHERE id = ?', [id])
  return JSON.parse(row!.facts) as SlipFacts
}
const issue = (appealId: number, languages: 'both' | 'kk' | 'ru' = 'both') => test.clerk.call.slips.issue({ appealId, languages })

describe('a slip', () => {
  it('bears the facts of the entry, and no IIN', async () => {
    const entry = await register(test.clerk)
    const slip = await issue(entry.id)
    const shown = await frozen(slip.id)
    expect(shown).toMatchObject({
      ...{ copy: 1, languages: 'both', number: entry.number, registeredOn: '2026-12-11', registeredAt: '11:08' },
      ...{ receivedOn: '2026-12-11', receivedAt: '11:05', applicant: 'Сейтқали А. М.', kind: 'serviceComplaint' },
      ...{ subject: 'Балабақша кезегі', sheets: 1, annexSheets: 2, delivery: 'inPerson', correctedOn: null },
      acceptedBy: { name: 'Қасенова А. Т.' },
      term: { deadline: '2026-12-21', length: 5 },
      office: { name: { kk: 'Ақмола облысының білім басқармасы' }, hours: '9:00–13:00, 14:30–18:30', week: 5 },
    })
    expect(JSON.stringify(shown)).not.toMatch(/850412100013|Абай к-сі/)
  })

  it('counts its copies, and the card and the journal know them', async () => {
    const { id } = await register(test.clerk)
    const copies = [await issue(id), await issue(id, 'kk'), await issue(id, 'ru')]
    expect(copies.map(({ copy }) => copy)).toEqual([1, 2, 3])
    expect(await test.clerk.call.slips.list({ appealId: id })).toEqual(copies)
    expect((await test.clerk.call.register.card({ id })).slips).toBe(3)
    const history = await test.clerk.call.register.history({ id })
    expect(history.slice(1).map(({ action, details }) => [action, details['copy'], details['languages']])).toEqual([
      ['slip.issued', 1, 'both'],
      ['slip.issued', 2, 'kk'],
      ['slip.issued', 3, 'ru'],
    ])
  })

  it('two printed at once are original and duplicate, not two originals', async () => {
    const { id } = await register(test.clerk)
    const copies = await Promise.all([issue(id), issue(id)])
    expect(copies.map(({ copy }) => copy).sort()).toEqual([1, 2])
  })

  it('stays as printed when the entry is corrected, and when the office moves', async () => {
    const { id } = await register(test.clerk)
    const first = await issue(id)
    const before = await frozen(first.id)
    const changes = facts({ subject: 'Басқа тақырып', addressee: 'qualityBody', name: 'Сейтқалиева Айгүл' })
    await test.clerk.call.register.correct({ id, version: 1, reason: 'қате', facts: changes })
    const admin = await signedIn(test, 'admin')
    const { details, rules, version } = await admin.call.office.state()
    const address = { kk: 'Жаңа мекенжай', ru: 'Новый адрес' }
    await admin.call.office.change({ version, rules, details: { ...details, address } })
    expect(await frozen(first.id)).toEqual(before)
    const second = await issue(id)
    expect(await frozen(second.id)).toMatchObject({
      ...{ copy: 2, subject: 'Басқа тақырып', applicant: 'Сейтқалиева А.', correctedOn: '2026-12-11' },
      term: { deadline: '2027-01-06' },
      office: { address },
    })
  })

  it('of a letter that came after hours bears no minute of acceptance under the later day', async () => {
    test.clock.set('2026-12-11T13:50:00.000Z')
    const { id } = await register(test.clerk, { receivedAt: '18:45' })
    const shown = await frozen((await issue(id)).id)
    expect(shown).toMatchObject({ registeredOn: '2026-12-14', registeredAt: '', receivedOn: '2026-12-11', receivedAt: '18:45' })
  })

  it('is served to whoever may read the register, and to nobody else', async () => {
    const { id } = await register(test.clerk, { receivedAt: '10:00' })
    const slip = await issue(id)
    const answer = await test.clerk.get(`/files/slips/${slip.id}.pdf`)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      ...[200, 'application/pdf', 'no-store'],
    ])
    expect((await test.clerk.get(`/files/slips/preview/${id}.pdf?languages=kk`)).status).toBe(200)
    expect((await test.clerk.get(`/files/slips/preview/${id}.pdf?languages=de`)).status).toBe(404)
    expect((await test.clerk.get('/files/slips/9999.pdf')).status).toBe(404)
    // A preview is not a slip: nothing was issued.
    expect(await test.clerk.call.slips.list({ appealId: id })).toHaveLength(1)
  })

  it('of an entry that was voided afterwards can still be shown', async () => {
    const { id } = await register(test.clerk, { receivedAt: '10:00' })
    const slip = await issue(id)
    await test.clerk.call.register.void({ id, version: 1, reason: 'қате' })
    expect((await refusal(issue(id))).code).toBe('register.void_already')
    expect((await test.clerk.get(`/files/slips/${slip.id}.pdf`)).status).toBe(200)
  })
})
