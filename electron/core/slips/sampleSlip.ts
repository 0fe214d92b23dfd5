import type { PaperSettings, SlipFormat, SlipLanguages } from '#shared/contract'
import { countTerm, ruleFor, splitNumber } from '#shared/domain'
import { localMoment, messages } from '#shared/i18n'
import type { OfficeState } from '../settings/settings.service'
import { officeOnPaper } from './officeOnPaper'
import type { SlipFacts } from './slipFacts'

/** What a sample is made for. `at`: now, UTC. */
export interface SampleSlip {
  settings: PaperSettings
  languages: SlipLanguages
  format: SlipFormat
  at: string
  timeZone: string
}

/** An invented slip of the office with the given wording, to see what it makes; it proves nothing and says so (copy 0). `null` where no rule says how long a complaint takes. */
export function sampleSlip(office: OfficeState, { settings, languages, format, at, timeZone }: SampleSlip): SlipFacts | null {
  const { date, time } = localMoment(at, timeZone)
  const kind = 'serviceComplaint'
  const rule = ruleFor(office.terms, { kind, addressee: 'provider', registeredOn: date })
  if (!rule) return null
  const { sample } = messages[languages === 'ru' ? 'ru' : 'kk'].slip
  const numberParts = splitNumber(office.rules.numberPattern, { seq: 1, year: Number(date.slice(0, 4)) })
  const { kk, ru } = { kk: messages.kk.slip.sample, ru: messages.ru.slip.sample }
  const { name, room, address } = office.details
  return {
    ...{ copy: 0, languages, format, own: settings, office: officeOnPaper(office) },
    ...{ printedOn: date, printedAt: time, printedMoment: at, correctedOn: null },
    ...{ number: numberParts.map(({ text }) => text).join(''), numberParts },
    ...{ registeredOn: date, registeredAt: time, receivedOn: date, receivedAt: time },
    ...{ applicant: sample.applicant, people: 1, kind, subject: sample.subject, sheets: 1, annexSheets: 2 },
    acceptedBy: { name: sample.official, position: { kk: kk.position, ru: ru.position } },
    term: countTerm(rule, date, office.calendar, office.rules.countingStart),
    delivery: 'inPerson',
    answerPlace: { kk: place(room.kk, address.kk) || name.kk, ru: place(room.ru, address.ru) || name.ru },
  }
}

/** Where an answer is collected, as an entry has it: the room first, since it is printed large. */
const place = (...parts: string[]): string => parts.filter(Boolean).join(', ')
