import type { Appeal, Decision, HistoryEvent, Letter, Resolution } from '#shared/contract'
import { goesToBody, isOpen, TRANSITIONS, type IsoDate, type Status } from '#shared/domain'
import type { InquiryFacts, InquiryLetter, PassedOn } from '#shared/i18n'
import { responsibleOf } from '../card/resolutionActs'

interface BothLanguages {
  kk: string
  ru: string
}

/** All that is known of an entry, as it is read for an answer by phone. */
export interface InquiryEntry {
  appeal: Appeal
  history: HistoryEvent[]
  resolutions: Resolution[]
  decisions: Decision[]
  letters: Letter[]
  attachedTo: { number: string } | null
}

/** What the answer takes from elsewhere: names of bodies, the office's day and phone. */
export interface InquiryOffice {
  bodyName: (id: number | null) => BothLanguages | undefined
  today: IsoDate
  phone: string
}

/** The signed decision that an entry's present state rests on; of an open entry that of its extension. */
function closingOf({ appeal, decisions }: InquiryEntry): Decision | undefined {
  const signed = decisions.filter(({ state }) => state === 'signed')
  if (isOpen(appeal.status)) return signed.findLast(({ act }) => act === 'extend')
  if (appeal.status !== 'filed') return signed.findLast(({ act }) => TRANSITIONS[act].to === appeal.status)
  return signed.findLast(({ act }) => TRANSITIONS[act].to !== null)
}

/** The state to tell of: of a filed entry the one it was filed in, as far as that is known. */
function statusOf({ appeal, attachedTo }: InquiryEntry, closing: Decision | undefined): Status {
  if (appeal.status !== 'filed') return appeal.status
  return attachedTo ? 'attached' : ((closing && TRANSITIONS[closing.act].to) ?? 'filed')
}

/** What the applicant of an entry may be told on the phone (R33), from the entry and all that hangs on it. */
export function inquiryFactsOf(entry: InquiryEntry, office: InquiryOffice): InquiryFacts {
  const { appeal, resolutions, decisions, attachedTo } = entry
  const closing = closingOf(entry)
  const parts = decisions.filter(({ act, state }) => act === 'redirectPart' && state === 'signed')
  return {
    ...{ number: appeal.number, registeredOn: appeal.registeredOn, status: statusOf(entry, closing) },
    ...{ deadline: appeal.term.deadline, today: office.today, phone: office.phone },
    executor: responsibleOf(resolutions) ?? '',
    extendedBecause: isOpen(appeal.status) ? (appeal.term.extension?.grounds ?? null) : null,
    letter: closing ? toApplicant(closing, entry) : null,
    redirected: closing?.act === 'redirectWhole' ? passedOn(closing, entry, office) : null,
    parts: parts.map((part) => passedOn(part, entry, office)),
    missing: closing?.content.missing ?? [],
    ground: closing?.content.ground ?? null,
    attachedTo: attachedTo?.number ?? '',
  }
}

function toApplicant(decision: Decision, { appeal, letters }: InquiryEntry): InquiryLetter | null {
  const letter = letters.find(({ decisionId, purpose }) => decisionId === decision.id && !goesToBody(purpose))
  if (!letter) return null
  const { number, signedOn, delivery, handed } = letter
  return { number, on: signedOn, delivery, place: appeal.facts.answerPlace, handed }
}

function passedOn(decision: Decision, { letters }: InquiryEntry, { bodyName }: InquiryOffice): PassedOn {
  const cover = letters.find(({ decisionId, purpose }) => decisionId === decision.id && goesToBody(purpose))
  const recipient = cover?.recipient ?? ''
  return {
    body: bodyName(decision.content.bodyId) ?? { kk: recipient, ru: recipient },
    letter: cover ? { number: cover.number, on: cover.signedOn } : null,
  }
}
