import type { Attachment, FileRole, StagedFile, StagedForEntry } from '#shared/contract'
import { randomUUID } from 'node:crypto'
import { callerOf, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import type { AppealRow, Register } from '../register/register.service'
import type { Settings } from '../settings/settings.service'
import { AttachmentEntity, type AttachmentRow, type StoredFile } from './Attachment.entity'
import { FileStore } from './fileStore'
import { PdfThread } from './PdfThread'
import { pictureSize, type PictureSize } from './pictureSize'
import { Scanner } from './scanner.service'
import { Staged, type StagedFrom } from './staged.service'
import { takeIn, type Incoming, type TakenIn } from './takeIn'

/** What the history says of attached files: their names, and the hashes that prove their content. */
export interface AttachedNames {
  names: string
  hashes: string[]
}

/** Files of letters: taken in, attached, stamped, withdrawn. */
export class Attachments {
  readonly store: FileStore
  readonly staged = new Staged()
  readonly scanner: Scanner
  readonly pdfs: PdfThread

  /** `dir`: folder of the stored files; `workersDir`: of `pdfWorker.js`. */
  constructor(
    readonly dir: string,
    private readonly register: Register,
    settings: Settings,
    workersDir?: string,
  ) {
    this.store = new FileStore(dir)
    this.pdfs = new PdfThread(workersDir)
    this.scanner = new Scanner(settings)
  }

  /** Takes a file into the store. The caller writes down whose it is and then lets it go with `store.release`. Errors: as `takeIn`. */
  takeIn(incoming: Incoming): Promise<TakenIn> {
    return takeIn(this, incoming)
  }

  /** Writes down that a file taken in is the caller's, and for which entry. Errors: `not_found` for an entry that the caller does not see. */
  async stage(call: WriteCall, taken: TakenIn, from: StagedFrom = {}): Promise<StagedFile> {
    if (from.appealId) await this.register.seen(call.work, callerOf(call), from.appealId)
    return this.staged.add(call, randomUUID(), taken, from)
  }

  /** The caller's files that wait for an entry. Errors: `not_found`. */
  async stagedFor(view: View, caller: SignedIn, appealId: number): Promise<StagedForEntry[]> {
    await this.register.seen(view, caller, appealId)
    return this.staged.forEntry(view, caller, appealId)
  }

  /** Attaches the caller's waiting files to an entry in the order given. Errors: `not_found`, `attachments.gone`, `register.void_already`. */
  async attach(call: WriteCall, id: number, files: readonly ToAttach[]): Promise<Attachment[]> {
    const entry = await this.register.seen(call.work, callerOf(call), id)
    refuseVoid(entry)
    const attached = await this.attachNew(call, id, files)
    call.tell('appeal', id, { number: entry.number, ...attached })
    return this.#list(call.work, id)
  }

  /** As `attach`, for an entry that is being registered in the same unit of work; the registration's own event tells of it. Errors: `attachments.gone`. */
  async attachNew(call: WriteCall, appealId: number, files: readonly ToAttach[]): Promise<AttachedNames> {
    const tokens = files.map(({ token }) => token.toLowerCase())
    const taken = await this.staged.take(call, tokens)
    const addedBy = callerOf(call).name
    for (const [place, { file, scan }] of taken.entries()) {
      const row = { ...newRow(appealId, files[place]!.role, file), addedAt: call.at, addedBy, scan }
      await call.work.insert(AttachmentEntity, row)
    }
    return { names: taken.map(({ file }) => file.name).join(', '), hashes: taken.map(({ file }) => file.sha256) }
  }

  /** Files of an entry that the caller sees, in the order they came. Errors: `not_found`. */
  async ofEntry(view: View, caller: SignedIn, appealId: number): Promise<Attachment[]> {
    await this.register.seen(view, caller, appealId)
    return this.#list(view, appealId)
  }

  /** One file with its entry, if the caller sees that. Errors: `not_found`. */
  async seen(view: View, caller: SignedIn, id: number): Promise<{ row: AttachmentRow; entry: AppealRow }> {
    const row = await view.one(AttachmentEntity, { where: { id } })
    if (!row) throw new Refusal('not_found')
    return { row, entry: await this.register.seen(view, caller, row.appealId) }
  }

  /** How large a page (from 1) of a picture is on paper, in points. Errors: `not_found`, also for what is no picture and for pages that there are not. */
  async pageSize(view: View, caller: SignedIn, id: number, page: number): Promise<PictureSize> {
    const { file } = (await this.seen(view, caller, id)).row
    const isPicture = file.kind === 'jpeg' || file.kind === 'png' || file.kind === 'tiff'
    const size = isPicture ? await pictureSize(this.store.pathOf(file.sha256), page) : null
    if (!size) throw new Refusal('not_found')
    return size
  }

  /** Withdraws a file attached by mistake. Errors: `not_found`, `attachments.withdrawn_already`. */
  async withdraw(call: WriteCall, id: number, reason: string): Promise<Attachment[]> {
    const { row, entry } = await this.seen(call.work, callerOf(call), id)
    const { name } = row.file
    if (row.withdrawnAt !== null) throw new Refusal('attachments.withdrawn_already', { name })
    const withdrawn = { withdrawnAt: call.at, withdrawnBy: callerOf(call).name, withdrawReason: reason }
    await call.work.update(AttachmentEntity, { id }, withdrawn)
    call.tell('appeal', entry.id, { number: entry.number, name, reason })
    return this.#list(call.work, entry.id)
  }

  /** Whether anything has a content: an entry, somebody's waiting file, the office's papers, a slip that was given out. */
  async isUsed(view: View, sha256: string): Promise<boolean> {
    const [found] = await view.rows(
      `SELECT 1 FROM attachments WHERE sha256 = ?1 UNION ALL SELECT 1 FROM staged_files WHERE file ->> '$.sha256' = ?1
       UNION ALL SELECT 1 FROM paper_settings WHERE content ->> '$.logo' = ?1
       UNION ALL SELECT 1 FROM slips WHERE facts ->> '$.own.logo' = ?1 LIMIT 1`,
      [sha256],
    )
    return found !== undefined
  }

  /** Contents that anything has; of waiting files only those taken in since a moment (UTC). */
  async usedSince(view: View, since: string): Promise<Set<string | null>> {
    const rows = await view.rows<{ sha256: string | null }>(
      `SELECT sha256 FROM attachments UNION SELECT file ->> '$.sha256' FROM staged_files WHERE staged_at >= ?
       UNION SELECT content ->> '$.logo' FROM paper_settings UNION SELECT facts ->> '$.own.logo' FROM slips`,
      [since],
    )
    return new Set(rows.map(({ sha256 }) => sha256))
  }

  async #list(view: View, appealId: number): Promise<Attachment[]> {
    const rows = await view.many(AttachmentEntity, { where: { appealId }, order: { id: 'ASC' } })
    return rows.map(shown)
  }
}

interface ToAttach {
  token: string
  role: FileRole
}

/** Refuses what is not done to a void entry. Throws `register.void_already`. */
export function refuseVoid({ status, number }: AppealRow): void {
  if (status === 'void') throw new Refusal('register.void_already', { number })
}

/** A file of an entry that is neither a stamped copy nor withdrawn. */
function newRow(appealId: number, role: FileRole, file: StoredFile): Omit<AttachmentRow, 'id' | 'addedAt' | 'addedBy' | 'scan'> {
  const withdrawn = { withdrawnAt: null, withdrawnBy: null, withdrawReason: null }
  return { appealId, role, sha256: file.sha256, file, stampedOf: null, place: null, ...withdrawn }
}

function shown(row: AttachmentRow): Attachment {
  const { id, appealId, role, file, addedAt, addedBy, stampedOf, place, withdrawnAt, withdrawnBy, withdrawReason } = row
  return {
    ...file,
    ...{ id, appealId, role, addedAt, addedBy },
    stamped: stampedOf === null ? null : { of: stampedOf, place: place! },
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawReason ?? '' },
  }
}
