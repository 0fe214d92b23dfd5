import { Connection } from '#core/db/driver'
import { REGISTER_FILE } from '#core/dataFolder'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { facts, officeWithClerk, register, signedIn } from '../support/office'

/** Folder of the stored files, one for each schema that was ever released: `v<N>.db`. They are made once and never again. */
export const FILES = join(import.meta.dirname, 'files')

/** Writes the register of a small office as the present schema keeps it: entries of several kinds, one corrected, one void, a slip, a draft, a department with its people, an absence. */
export async function storeFile(target: string): Promise<void> {
  const test = await officeWithClerk()
  const { clerk } = test
  const first = await register(clerk)
  await register(clerk, {
    kind: 'officialLetter',
    applicantType: 'legal',
    name: 'ЖШС «Әлем»',
    identifier: '',
    givenDeadline: '2026-12-25',
  })
  const wrong = await register(clerk, { name: '', postalAddress: '', identifier: '', phone: '', notStated: ['name', 'address'] })
  await clerk.call.register.correct({
    id: first.id,
    version: 1,
    reason: 'теру қатесі',
    facts: facts({ subject: 'Балабақша орны' }),
  })
  await clerk.call.register.void({ id: wrong.id, version: 1, reason: 'Екі рет тіркелген' })
  await clerk.call.slips.issue({ appealId: first.id, languages: 'both' })
  await clerk.call.drafts.save({ content: { subject: 'Басталған' } })
  const admin = await signedIn(test, 'admin')
  const { id: headId, ...head } = (await admin.call.people.list()).find(({ login }) => login === 'clerk')!
  const department = { name: { kk: 'кеңсе', ru: 'канцелярия' }, headId, active: true }
  const { id: departmentId } = await admin.call.structure.saveDepartment({ id: null, version: 0, ...department })
  await admin.call.people.change({ ...head, id: headId, departmentId })
  const away = { from: '2026-12-21', to: '2026-12-25', reason: 'leave', actingId: null } as const
  await admin.call.structure.saveAbsence({ id: null, version: 0, personId: headId, ...away })
  await test.office.close()
  const db = await Connection.open(join(test.dataDir, REGISTER_FILE))
  rmSync(target, { force: true })
  await db.rows('VACUUM INTO ?', [target])
  await db.close()
  rmSync(test.dataDir, { recursive: true })
}
