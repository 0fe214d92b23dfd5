import type { Appeal } from '#shared/contract'
import { isPossible, type Permission } from '#shared/domain'
import type { EntryAct } from './decisionActs'

/** An act on the entry as a whole, with its key on the card. */
export interface EntryOffer {
  act: EntryAct | 'takeBack'
  keys: string
}

/** What the caller can do about an entry as a whole. `out`: its paper is with somebody. The handler decides again; here only what it would refuse is left out. */
export function entryOffers(appeal: Appeal | null, out: boolean, may: (permission: Permission) => boolean): EntryOffer[] {
  if (!appeal) return []
  const isVoid = appeal.status === 'void'
  const all: (EntryOffer & { open: boolean })[] = [
    { act: 'file', keys: 'Alt+KeyY', open: may('register.file') && isPossible('file', appeal) },
    { act: 'attach', keys: 'Alt+KeyH', open: may('routing.resolve') && isPossible('attach', appeal) },
    { act: out ? 'takeBack' : 'giveOut', keys: 'Alt+KeyW', open: may('register.file') && (out || !isVoid) },
    { act: 'confine', keys: 'Alt+KeyC', open: may('register.correct') && isPossible('correct', appeal) },
  ]
  return all.filter(({ open }) => open).map(({ act, keys }) => ({ act, keys }))
}
