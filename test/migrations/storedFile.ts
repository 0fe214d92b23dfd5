import { Connection } from '#core/db/driver'
import { REGISTER_FILE } from '#core/office'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { facts, officeWithClerk, register } from '../support/office'

/** Folder of the stored files, one for each schema that was ever released: `v<N>.db`. They are made once and never again. */
export const FILES = join(import.meta.dirname, 'files')

/** Writes the register of a small office as the present schema keeps it: entries of several kinds, one corrected, one void, a slip, a draft. */
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
  await test.office.close()
  const db = await Connection.open(join(test.dataDir, REGISTER_FILE))
  rmSync(target, { force: true })
  await db.rows('VACUUM INTO ?', [target])
  await db.close()
  rmSync(test.dataDir, { recursive: true })
}
