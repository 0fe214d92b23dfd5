import type { PaperKind, PaperSettings } from '#shared/contract'
import { localMoment } from '#shared/i18n'
import type { History } from '../audit/history.service'
import { callerOf, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal, refuseField } from '../errors'
import type { Register } from '../register/register.service'
import type { Settings } from '../settings/settings.service'
import type { LogoStore } from './logo'
import { PaperSettingsEntity } from './PaperSettings.entity'
import type { PaperCall } from './PaperCall'

/** The settings with the version that the next change is based on; 0 = nobody changed them yet. */
export interface PaperState {
  settings: PaperSettings
  version: number
}

/** What the papers bear until somebody words them otherwise: the name of the office alone, nothing at the foot, the stamp in the state language. */
const PLAIN: PaperSettings = { heading: { kk: '', ru: '' }, note: { kk: '', ru: '' }, logo: null, stampRussian: false }

async function stateOf(view: View): Promise<PaperState> {
  const row = await view.one(PaperSettingsEntity, { where: { id: 1 } })
  return row ? { settings: row.content, version: row.version } : { settings: PLAIN, version: 0 }
}

/** The office's own wording and picture, as they are set now; the plain ones where nobody set any. */
export async function paperSettingsOf(view: View): Promise<PaperSettings> {
  return (await stateOf(view)).settings
}

/** The office's own wording and picture on its papers, and what was printed. */
export class Papers {
  constructor(
    private readonly register: Register,
    private readonly settings: Settings,
    private readonly history: History,
    private readonly timeZone: string,
    /** Where the pictures lie. */
    readonly logos: LogoStore,
  ) {}

  /** The office's own wording and picture, with their version. */
  state(view: View): Promise<PaperState> {
    return stateOf(view)
  }

  /** Changes wording and picture. `logoIsKept`: whether the picture named lies in the store. Errors: `conflict.stale`, `invalid_input` (a picture that was never sent). */
  async save(call: WriteCall, { settings, version }: PaperState, logoIsKept: boolean): Promise<PaperState> {
    const before = await stateOf(call.work)
    if (version !== before.version) throw new Refusal('conflict.stale', await this.history.lastChange(call.work, 'office', 1))
    if (!logoIsKept) throw refuseField('settings.logo', 'unknown_value')
    const after = { content: settings, version: version + 1 }
    if (before.version === 0) await call.work.insert(PaperSettingsEntity, { id: 1, ...after })
    else await call.work.update(PaperSettingsEntity, { id: 1 }, after)
    call.tell('office', 1, { before: before.settings, after: settings })
    return { settings, version: after.version }
  }

  /** Notes that something was put on paper, for an entry or for the office. Errors: `not_found` for an entry that the caller does not see. */
  async printed(
    call: WriteCall,
    { paper, entryId, title, copies }: { paper: PaperKind; entryId: number | null; title: string; copies: number | null },
  ): Promise<Record<string, never>> {
    const entry = entryId === null ? null : await this.register.seen(call.work, callerOf(call), entryId)
    call.tell(entry ? 'appeal' : 'office', entry?.id ?? 1, { ...(entry && { number: entry.number }), paper, title, copies })
    return {}
  }

  /** What the makers of papers read with. `at`: now, UTC. Errors: `setup.needed`. */
  async callOf(view: View, caller: SignedIn, at: string): Promise<PaperCall> {
    const { register, timeZone } = this
    const office = await this.settings.opened(view)
    return { view, caller, at, today: localMoment(at, timeZone).date, timeZone, office, register, history: this.history }
  }
}
