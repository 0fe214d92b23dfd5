import type { FileRole, StagedFile, StagedForEntry } from '#shared/contract'
import { callerOf, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import { StagedFileEntity, type StagedFileRow } from './StagedFile.entity'
import type { TakenIn } from './takeIn'

/** Which file of the scanner's folder it was, and the entry it is meant for. */
export interface StagedFrom {
  scan?: string | null
  appealId?: number | null
}

/** Files taken in for a letter that is still being written down. They belong to whoever took them in; for anybody else they do not exist. */
export class Staged {
  /** Writes down a file that is in the store. `token`: a new one, a UUID. */
  async add(
    call: WriteCall,
    token: string,
    taken: TakenIn,
    { scan = null, appealId = null }: StagedFrom = {},
  ): Promise<StagedFile> {
    const row = { ...taken, token, personId: callerOf(call).id, stagedAt: call.at, scan, appealId, role: null }
    await call.work.insert(StagedFileEntity, row)
    return shown(row)
  }

  /** The caller's files that wait for an entry, in the order they came. */
  async forEntry(view: View, caller: SignedIn, appealId: number): Promise<StagedForEntry[]> {
    const tokens = await view.rows<{ token: string }>(
      'SELECT token FROM staged_files WHERE appeal_id = ? AND person_id = ? ORDER BY rowid',
      [appealId, caller.id],
    )
    const rows = await this.#rows(
      view,
      caller,
      tokens.map(({ token }) => token),
    )
    return rows.filter((row) => row !== null).map((row) => ({ ...shown(row), role: row.role }))
  }

  /** Says what one of the caller's files is to its letter. */
  async setRole(call: WriteCall, token: string, role: FileRole): Promise<void> {
    await call.work.update(StagedFileEntity, { token: token.toLowerCase(), personId: callerOf(call).id }, { role })
  }

  /** The caller's files among these, in their order. */
  async among(view: View, caller: SignedIn, tokens: readonly string[]): Promise<StagedFile[]> {
    const rows = await this.#rows(view, caller, tokens)
    return rows.filter((row) => row !== null).map(shown)
  }

  /** One of the caller's files. Errors: `not_found`. */
  async one(view: View, caller: SignedIn, token: string): Promise<StagedFileRow> {
    const [row] = await this.#rows(view, caller, [token])
    if (!row) throw new Refusal('not_found')
    return row
  }

  /** Takes the caller's files out of the waiting ones, to be attached in the same unit of work. Errors: `attachments.gone`. */
  async take(call: WriteCall, tokens: readonly string[]): Promise<StagedFileRow[]> {
    const rows = await this.#rows(call.work, callerOf(call), tokens)
    const taken: StagedFileRow[] = []
    for (const [place, row] of rows.entries()) {
      if (row === null || tokens.indexOf(tokens[place]!) !== place) throw gone(row?.file.name, tokens[place]!)
      await call.work.run('DELETE FROM staged_files WHERE token = ?', [row.token])
      taken.push(row)
    }
    return taken
  }

  /** Gives up one of the caller's files; the hash of its content, or `null` where there was none: somebody who gives it up twice is not wrong. */
  async discard(call: WriteCall, token: string): Promise<string | null> {
    const [row] = await this.#rows(call.work, callerOf(call), [token])
    if (!row) return null
    await call.work.run('DELETE FROM staged_files WHERE token = ?', [token])
    return row.file.sha256
  }

  async #rows(view: View, { id: personId }: SignedIn, tokens: readonly string[]): Promise<(StagedFileRow | null)[]> {
    const rows: (StagedFileRow | null)[] = []
    for (const token of tokens) rows.push(await view.one(StagedFileEntity, { where: { token: token.toLowerCase(), personId } }))
    return rows
  }
}

function gone(name: string | undefined, token: string): Refusal {
  return new Refusal('attachments.gone', { name: name ?? '—', token })
}

function shown({ token, stagedAt, file, notices }: StagedFileRow): StagedFile {
  return { ...file, token, stagedAt, notices }
}
