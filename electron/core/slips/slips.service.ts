import type { PaperSettings, Slip, SlipFormat, SlipLanguages } from '#shared/contract'
import type { ClockTime } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { callerOf, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import { paperSettingsOf } from '../papers/papers.service'
import type { Proof } from '../proof/proof.service'
import type { AppealRow, Register } from '../register/register.service'
import type { OfficeState, Settings } from '../settings/settings.service'
import { SlipEntity, type SlipRow } from './Slip.entity'
import type { StampFacts } from './form/stamp'
import { officeOnPaper } from './officeOnPaper'
import { sampleSlip } from './sampleSlip'
import type { SlipFacts } from './slipFacts'

/** The office as its papers bear it. */
interface OfficePaper {
  office: OfficeState
  own: PaperSettings
}

/** Slips: the proof of acceptance that the applicant takes home (R11). */
export class Slips {
  constructor(
    private readonly register: Register,
    private readonly settings: Settings,
    private readonly proof: Proof,
    private readonly timeZone: string,
  ) {}

  /** Issues a slip: freezes what it shows and records the print. Errors: `not_found`, `register.void_already`. */
  async issue(call: WriteCall, asked: { appealId: number; languages: SlipLanguages; format: SlipFormat }): Promise<Slip> {
    const { appealId, languages, format } = asked
    const entry = await this.register.seen(call.work, callerOf(call), appealId)
    if (entry.status === 'void') throw new Refusal('register.void_already', { number: entry.number })
    const earlier = await call.work.many(SlipEntity, { where: { appealId } })
    const print = { copy: earlier.length + 1, languages, format, at: call.at }
    const shown = this.#facts(entry, await this.#paper(call.work), print)
    const proof = await this.proof.seal(call.work, shown)
    const facts = { ...shown, ...(proof && { proof }) }
    const row = { appealId, copy: facts.copy, languages, format, printedAt: call.at, printedBy: callerOf(call).name, facts }
    const id = await call.work.insert(SlipEntity, row)
    call.tell('appeal', appealId, { number: entry.number, copy: facts.copy, languages, format, deadline: entry.deadline })
    return slipOf({ ...row, id })
  }

  /** Slips issued for an entry, oldest first. Errors: `not_found`. */
  async list(view: View, caller: SignedIn, appealId: number): Promise<Slip[]> {
    await this.register.seen(view, caller, appealId)
    const rows = await view.many(SlipEntity, { where: { appealId }, order: { copy: 'ASC' } })
    return rows.map(slipOf)
  }

  /** What an issued slip shows. Errors: `not_found`. */
  async facts(view: View, caller: SignedIn, id: number): Promise<SlipFacts> {
    const slip = await view.one(SlipEntity, { where: { id } })
    if (!slip) throw new Refusal('not_found')
    await this.register.seen(view, caller, slip.appealId)
    return slip.facts
  }

  /** What the next slip of an entry would show; nothing is issued, and the paper says so (copy 0, and how many copies there are). Errors: `not_found`. */
  async preview(
    view: View,
    caller: SignedIn,
    print: { appealId: number; languages: SlipLanguages; format: SlipFormat; at: string },
  ): Promise<SlipFacts> {
    const entry = await this.register.seen(view, caller, print.appealId)
    const earlier = await view.many(SlipEntity, { where: { appealId: print.appealId } })
    return { ...this.#facts(entry, await this.#paper(view), { copy: 0, ...print }), earlier: earlier.length }
  }

  /** What an invented slip of this office shows with a wording that is not saved yet. Errors: `setup.needed`, `not_found` where no rule gives a complaint a term. */
  async sample(
    view: View,
    print: { settings: PaperSettings; languages: SlipLanguages; format: SlipFormat; at: string },
  ): Promise<SlipFacts> {
    const facts = sampleSlip(await this.settings.opened(view), { ...print, timeZone: this.timeZone })
    if (!facts) throw new Refusal('not_found')
    return facts
  }

  /** What the stamp of an entry says; `russian` whether it bears Russian too, without a choice as the office set it. Errors: `not_found`. */
  async stamp(view: View, caller: SignedIn, appealId: number, russian: boolean | null): Promise<StampFacts> {
    const entry = await this.register.seen(view, caller, appealId)
    const { office, own } = await this.#paper(view)
    const { number, numberParts, registeredOn } = entry
    return {
      ...{ number, numberParts, registeredOn, registeredAt: this.#timeOf(entry), office: office.details.name },
      ...{ sheets: entry.facts.sheets, annexSheets: entry.facts.annexSheets, russian: russian ?? own.stampRussian },
    }
  }

  async #paper(view: View): Promise<OfficePaper> {
    return { office: await this.settings.opened(view), own: await paperSettingsOf(view) }
  }

  // The minute belongs to the stamp only if the number was taken on the day that the stamp bears.
  #timeOf({ registeredAt, registeredOn }: AppealRow): ClockTime | '' {
    const { date, time } = localMoment(registeredAt, this.timeZone)
    return date === registeredOn ? time : ''
  }

  #facts(
    entry: AppealRow,
    { office, own }: OfficePaper,
    print: { copy: number; languages: SlipLanguages; format: SlipFormat; at: string },
  ): SlipFacts {
    const printed = localMoment(print.at, this.timeZone)
    const { facts, number, numberParts, registeredOn, term } = entry
    return {
      copy: print.copy,
      languages: print.languages,
      format: print.format,
      printedOn: printed.date,
      printedAt: printed.time,
      printedMoment: print.at,
      correctedOn: entry.correctedAt && localMoment(entry.correctedAt, this.timeZone).date,
      office: officeOnPaper(office),
      own,
      ...{ number, numberParts, registeredOn, term },
      registeredAt: this.#timeOf(entry),
      receivedOn: facts.receivedOn,
      receivedAt: facts.receivedAt,
      applicant: entry.applicant,
      people: facts.people,
      kind: facts.kind,
      subject: facts.subject,
      sheets: facts.sheets,
      annexSheets: facts.annexSheets,
      acceptedBy: { name: entry.acceptedByName, position: entry.acceptedByPosition },
      delivery: facts.delivery,
      answerPlace: facts.answerPlace,
      answerTo: { post: facts.postalAddress, email: facts.email, portal: facts.externalNumber, inPerson: '' }[facts.delivery],
    }
  }
}

function slipOf({ facts, ...slip }: SlipRow): Slip {
  return { ...slip, words: [...(facts.proof?.words ?? [])] }
}
