import { callerOf } from '../call'
import { reading, writing, writingAround, type Procedures } from '../http/pipeline'
import type { Attachments } from './attachments.service'
import type { Settings } from '../settings/settings.service'
import { forget } from './keeping'
import { StampedCopies, type StampAsked } from './stampedCopy'

/** What the procedures about files work with. */
export interface AttachmentsParts {
  attachments: Attachments
  settings: Settings
  timeZone: string
}

/** Files of letters. Their contents come and go by `/files`. */
export function attachmentsHandlers(
  { attachments: contract }: Procedures,
  { attachments, settings, timeZone }: AttachmentsParts,
) {
  const copies = new StampedCopies(attachments, settings, timeZone)
  const { staged, scanner, store } = attachments
  return contract.router({
    staged: contract.staged.handler(reading((call, { tokens }) => staged.among(call.view, callerOf(call), tokens))),
    stagedFor: contract.stagedFor.handler(reading((call, { id }) => attachments.stagedFor(call.view, callerOf(call), id))),
    setRole: contract.setRole.handler(
      writing(async (call, { token, role }) => {
        await staged.setRole(call, token, role)
        return {}
      }),
    ),
    discard: contract.discard.handler(async (options) => {
      const sha256 = await writing((call, { token }: { token: string }) => staged.discard(call, token))(options)
      // What cannot be removed now is removed when the office opens again.
      if (sha256 !== null) await forget(attachments, options.context.db, sha256).catch(() => {})
      return {}
    }),
    scans: contract.scans.handler(reading(({ view }) => scanner.list(view))),
    takeScan: contract.takeScan.handler(
      writingAround(
        {
          async prepare({ view }, { name }: { name: string; entryId: number | null }) {
            const { scan, ...incoming } = await scanner.open(view, name)
            return { scan, taken: await attachments.takeIn(incoming) }
          },
          afterwards: ({ taken }) => store.release(taken.file.sha256),
        },
        (call, { entryId }, { scan, taken }) => attachments.stage(call, taken, { scan, appealId: entryId }),
      ),
    ),
    ofEntry: contract.ofEntry.handler(reading((call, { id }) => attachments.ofEntry(call.view, callerOf(call), id))),
    pageSize: contract.pageSize.handler(
      reading((call, { attachmentId, page }) => attachments.pageSize(call.view, callerOf(call), attachmentId, page)),
    ),
    attach: contract.attach.handler(writing((call, { id, files }) => attachments.attach(call, id, files))),
    withdraw: contract.withdraw.handler(
      writing((call, { attachmentId, reason }) => attachments.withdraw(call, attachmentId, reason)),
    ),
    stamp: contract.stamp.handler(
      writingAround(
        {
          prepare: (call, input: StampAsked) => copies.make(call, input),
          afterwards: ({ file }) => store.release(file.sha256),
        },
        (call, { attachmentId }, copy) => copies.add(call, attachmentId, copy),
      ),
    ),
  })
}
