import type { Attachment, StampPlace } from '#shared/contract'
import { localMoment } from '#shared/i18n'
import { callerOf, type ReadCall, type WriteCall } from '../call'
import { Refusal } from '../errors'
import type { AppealRow } from '../register/register.service'
import type { Settings } from '../settings/settings.service'
import { renderStamp } from '../slips/stamps.service'
import { AttachmentEntity, type AttachmentRow, type StoredFile } from './Attachment.entity'
import { refuseVoid, type Attachments } from './attachments.service'
import { nameFor } from './fileName'

/** Which file is stamped, where, and whether in Russian too. Without a place: the lower right corner of the first page. */
export interface StampAsked {
  attachmentId: number
  place: StampPlace | null
  russian: boolean
}

/** A stamped copy in the store, held until it is written down. */
export interface StampedCopy {
  file: StoredFile
  place: StampPlace
}

/** Copies of attached files with the registration stamp on them (R7). The file itself never changes. */
export class StampedCopies {
  constructor(
    private readonly attachments: Attachments,
    private readonly settings: Settings,
    private readonly timeZone: string,
  ) {}

  /** Makes the copy and puts it into the store: slow, so before the unit of work. Errors: `not_found`, `register.void_already`, `attachments.not_stampable`, `attachments.changed`, `storage.full`. */
  async make(call: ReadCall, { attachmentId, place, russian }: StampAsked): Promise<StampedCopy> {
    const { store, pdfs } = this.attachments
    const { row, entry } = await this.attachments.seen(call.view, callerOf(call), attachmentId)
    refuseUnstampable(row, entry)
    const { name, kind, sha256 } = row.file
    if (!(await store.whole(sha256))) throw new Refusal('attachments.changed', { name })
    const { details } = await this.settings.opened(call.view)
    const stamp = await renderStamp({ ...this.#stampOf(entry), office: details.name, russian })
    const target = await store.newFile()
    try {
      const source = store.pathOf(sha256)
      const made = await pdfs.stamp(stamp, { source, kind, target, place, russian }).catch((error: unknown) => {
        // The stamp knows no names of files.
        throw error instanceof Refusal ? new Refusal(error.code, { ...error.params, name }) : error
      })
      const received = await store.measure(target)
      await store.keep(received)
      const { bytes, sha256: hash } = received
      const { name: copyName } = nameFor(`${entry.number.replace(/[/\\]/g, '-')} ${name}`, ['pdf'])
      const copy = { name: copyName, kind: 'pdf', type: 'application/pdf', bytes, sha256: hash } as const
      return { file: { ...copy, pages: made.pages, condition: 'whole' }, place: made.place }
    } catch (error) {
      await store.drop(target)
      throw error
    }
  }

  /** Writes the copy down beside its file. Errors: as `make`. */
  async add(call: WriteCall, id: number, { file, place }: StampedCopy): Promise<Attachment[]> {
    const { row, entry } = await this.attachments.seen(call.work, callerOf(call), id)
    // It may have been voided or withdrawn while the copy was made.
    refuseUnstampable(row, entry)
    const withdrawn = { withdrawnAt: null, withdrawnBy: null, withdrawReason: null }
    const added = { addedAt: call.at, addedBy: callerOf(call).name, scan: null, ...withdrawn }
    const copy = { appealId: entry.id, role: row.role, sha256: file.sha256, file, stampedOf: row.id, place, ...added }
    await call.work.insert(AttachmentEntity, copy)
    call.tell('appeal', entry.id, { number: entry.number, name: row.file.name, hashes: [file.sha256] })
    return this.attachments.ofEntry(call.work, callerOf(call), entry.id)
  }

  #stampOf({ number, numberParts, registeredOn, registeredAt, facts: { sheets, annexSheets } }: AppealRow) {
    const { date, time } = localMoment(registeredAt, this.timeZone)
    // The minute belongs to the stamp only if the number was taken on the day that the stamp bears.
    return { number, numberParts, registeredOn, registeredAt: date === registeredOn ? time : ('' as const), sheets, annexSheets }
  }
}

function refuseUnstampable({ file, stampedOf, withdrawnAt }: AttachmentRow, entry: AppealRow): void {
  refuseVoid(entry)
  const isStampable = file.condition === 'whole' && file.kind !== 'docx' && file.kind !== 'audio'
  if (!isStampable || stampedOf !== null || withdrawnAt !== null)
    throw new Refusal('attachments.not_stampable', { name: file.name })
}
