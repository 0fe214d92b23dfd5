import type { SlipLanguages } from '#shared/contract'
import { formatPhone, type BothLanguages, type IsoDate } from '#shared/domain'
import type { History } from '../audit/history.service'
import type { SignedIn } from '../call'
import type { View } from '../db/work'
import type { Register } from '../register/register.service'
import type { OfficeState } from '../settings/settings.service'

/** One person asking for a paper: who, when (UTC and the office's day), and what it is read from. */
export interface PaperCall {
  view: View
  caller: SignedIn
  at: string
  today: IsoDate
  timeZone: string
  office: OfficeState
  register: Register
  history: History
}

/** What every paper says of itself: its languages, whose it is, and when and by whom it was made. */
export interface Imprint {
  languages: SlipLanguages
  office: { name: BothLanguages; address: BothLanguages; phone: string; head: string }
  printedOn: IsoDate
  printedBy: string
  /** UTC. */
  at: string
}

/** The imprint of a paper made now. */
export function imprintOf({ office, today, caller, at }: PaperCall, languages: SlipLanguages): Imprint {
  const { name, address, phone, head } = office.details
  return { languages, office: { name, address, phone: formatPhone(phone), head }, printedOn: today, printedBy: caller.name, at }
}
