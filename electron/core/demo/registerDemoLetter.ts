import { contract, type AppealFacts } from '#shared/contract'
import { Readable } from 'node:stream'
import type { Incoming } from '../attachments/takeIn'
import type { OfficeState } from '../settings/settings.service'
import type { PlacedLetter } from './demoMaterial'
import type { DemoParts } from './demoParts'
import { demoScan } from './demoScan'
import { memberOf, type DemoStaff } from './demoStaff'
import type { Scribe } from './scribe'

/** Letters of so many working days lie scanned with their entries; the office had no scanner before. */
const SCANNED_WITHIN = 12

/** Registers a letter at a UTC moment, with what is done to it at once: its slips, a correction, its voiding. Its identity. */
export async function registerDemoLetter(
  scribe: Scribe,
  { register, slips, attachments }: DemoParts,
  { letter, facts: placed }: PlacedLetter,
  { staff, office, at }: { staff: DemoStaff; office: OfficeState; at: string },
): Promise<number> {
  const clerk = memberOf(staff, letter.clerk)
  const serviceId = office.services.find((service) => service.name.kk === letter.service)?.id ?? null
  const facts: AppealFacts = { ...placed, serviceId }
  const scan = letter.workingDaysAgo <= SCANNED_WITHIN ? await attachments.takeIn(scanOf(facts, await demoScan(facts, at))) : null
  const { id } = await scribe.write(contract.register.register, clerk, at, async (call) => {
    const registered = await register.register(call, { requestId: crypto.randomUUID(), facts })
    if (!scan) return registered
    const { token } = await attachments.stage(call, scan)
    await attachments.attachNew(call, registered.id, [{ token, role: 'letter' }])
    return registered
  })
  if (scan) attachments.store.release(scan.file.sha256)
  for (let copy = 0; letter.slip && copy < (letter.duplicate ? 2 : 1); copy++) {
    await scribe.write(contract.slips.issue, clerk, at, (call) =>
      slips.issue(call, { appealId: id, languages: letter.slip!, format: 'a5' }),
    )
  }
  if (letter.correct) {
    const { field, value, reason } = letter.correct
    const change = { id, version: 1, reason, facts: { ...facts, [field]: value } }
    await scribe.write(contract.register.correct, clerk, at, (call) => register.correct(call, change))
  }
  if (letter.void) {
    const change = { id, version: letter.correct ? 2 : 1, reason: letter.void.reason }
    await scribe.write(contract.register.void, clerk, at, (call) => register.void(call, change))
  }
  return id
}

/** As a scanner hands it over. */
function scanOf({ receivedOn, receivedAt }: AppealFacts, pdf: Uint8Array): Incoming {
  const name = `scan-${receivedOn}-${receivedAt.replace(':', '')}.pdf`
  return { name, body: Readable.from([pdf]), declared: pdf.byteLength }
}
