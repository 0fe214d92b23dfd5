import { callerOf, type WriteCall } from '../call'
import type { View } from '../db/work'
import { DraftEntity } from './Draft.entity'

/** Unfinished registrations, one per clerk, so that a closed window loses nothing. */
export class Drafts {
  /** The person's draft, or `null`. */
  async load(view: View, personId: number): Promise<{ content: Record<string, unknown>; savedAt: string } | null> {
    const draft = await view.one(DraftEntity, { where: { personId } })
    return draft && { content: draft.content, savedAt: draft.savedAt }
  }

  /** Keeps the caller's draft, replacing the one before. */
  async save(call: WriteCall, content: Record<string, unknown>): Promise<{ savedAt: string }> {
    await this.discard(call)
    await call.work.insert(DraftEntity, { personId: callerOf(call).id, content, savedAt: call.at })
    return { savedAt: call.at }
  }

  /** Forgets the caller's draft. */
  async discard(call: WriteCall): Promise<void> {
    await call.work.run('DELETE FROM drafts WHERE person_id = ?', [callerOf(call).id])
  }
}
