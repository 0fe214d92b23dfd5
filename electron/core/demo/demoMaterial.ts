import type { Absence, AppealFacts, PersonFields, SlipLanguages } from '#shared/contract'
import { addDays, registrationDay, type BothLanguages, type ClockTime, type IsoDate, type WorkingCalendar } from '#shared/domain'
import { lastWorkingDay, notAfterNow, workingDaysAway } from './demoDays'

/** Facts that a demo letter states itself; the rest depends on the day the demo office is opened. */
type StatedFacts = Omit<
  AppealFacts,
  'receivedOn' | 'receivedAt' | 'applicantId' | 'serviceId' | 'sendersDate' | 'givenDeadline' | 'answerPlace'
>

/** One invented letter of `resources/demo/demo.json`; what becomes of it stands in `demoLife`. Facts that are left out are those of an ordinary letter (`ORDINARY`). */
export interface DemoLetter {
  /** Working days between the day of receipt and today; 0 = today, or the last working day when today is a day off. */
  workingDaysAgo: number
  /** Local time of receipt. After the end of the working day the letter is registered on the next one. */
  time: ClockTime
  /** Login of the clerk who registers it. */
  clerk: string
  facts: Partial<StatedFacts> & Pick<StatedFacts, 'kind' | 'subject' | 'summary'>
  /** Kazakh name of the public service concerned, as in `resources/data/services.json`. */
  service?: string
  /** Last day given in the letter, in working days from today; negative = already past. */
  dueInWorkingDays?: number
  /** Date of the sender's own number, in calendar days before receipt. */
  sentDaysBefore?: number
  /** A slip is issued in these languages; `duplicate`: and printed a second time. */
  slip?: SlipLanguages
  duplicate?: true
  /** The entry is corrected later: one field gets this value. */
  correct?: { field: keyof StatedFacts; value: string | number; reason: string }
  /** The entry is voided later. */
  void?: { reason: string }
}

/** A department and the login of its head. */
export interface DemoDepartment {
  name: BothLanguages
  head: string
}

/** A person of the demo office; `department` is the Kazakh name of one of `departments`, `null` for none. */
export type DemoPerson = Omit<PersonFields, 'departmentId'> & { department: string | null }

/** An absence in calendar days from today (negative = before); people by login. */
export interface DemoAbsence {
  person: string
  fromDays: number
  toDays: number
  reason: Absence['reason']
  acting: string | null
}

/** The whole of `resources/demo/demo.json`: a filled office in which all people and events are invented. */
export interface DemoMaterial {
  /** Password of every person, shown on the sign-in screen of a demo office. */
  password: string
  /** Head of the office, to whom letters are addressed (R3). */
  head: string
  departments: DemoDepartment[]
  people: DemoPerson[]
  absences: DemoAbsence[]
  /** Letters with the same identifier and name are of one applicant. */
  letters: DemoLetter[]
}

/** A demo letter set on the calendar: what is registered, when, and in which order. */
export interface PlacedLetter {
  letter: DemoLetter
  /** `applicantId` and `serviceId` are `null`: only the register knows its rows. */
  facts: AppealFacts
  /** Local day and time of registration, never later than now. */
  registeredOn: IsoDate
  registeredAt: ClockTime
}

/** When and where the demo office is opened. `today` and `now` are local to the office. */
export interface DemoDay {
  today: IsoDate
  now: ClockTime
  dayStarts: ClockTime
  dayEnds: ClockTime
  calendar: WorkingCalendar
  answerPlace: { kk: string; ru: string }
}

const ORDINARY: Omit<StatedFacts, 'kind' | 'subject' | 'summary' | 'addressedTo'> = {
  addressee: 'provider',
  channel: 'inPerson',
  respondent: null,
  respondentName: '',
  contested: null,
  serviceName: '',
  applicantType: 'natural',
  identifier: '',
  name: '',
  postalAddress: '',
  residence: '',
  phone: '',
  email: '',
  language: 'kk',
  representative: '',
  people: 1,
  notStated: [],
  sheets: 1,
  annexSheets: 0,
  sendersNumber: '',
  externalNumber: '',
  delivery: 'inPerson',
}

/**
 * Sets the letters on the days before today, in the order in which they were registered, so that numbers and moments run upwards together. Letters of today whose time has
 * not come yet are received now.
 */
export function placeLetters(material: DemoMaterial, day: DemoDay): PlacedLetter[] {
  return material.letters
    .map((letter) => place(letter, material.head, day))
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}

function order(placed: PlacedLetter): string {
  return [placed.registeredOn, placed.registeredAt, placed.facts.receivedOn, placed.facts.receivedAt].join(' ')
}

function place(letter: DemoLetter, head: string, day: DemoDay): PlacedLetter {
  const anchor = lastWorkingDay(day)
  const receivedOn = workingDaysAway(anchor, -letter.workingDaysAgo, day.calendar)
  const receivedAt = notAfterNow(day, receivedOn, letter.time)
  const registered = registrationDay({ date: receivedOn, time: receivedAt }, day.dayEnds, day.calendar)
  return {
    letter,
    facts: {
      ...ORDINARY,
      addressedTo: head,
      ...letter.facts,
      receivedOn,
      receivedAt,
      applicantId: null,
      serviceId: null,
      answerPlace: day.answerPlace,
      sendersDate: letter.sentDaysBefore === undefined ? '' : addDays(receivedOn, -letter.sentDaysBefore),
      givenDeadline: letter.dueInWorkingDays === undefined ? '' : workingDaysAway(anchor, letter.dueInWorkingDays, day.calendar),
    },
    registeredOn: registered.date,
    registeredAt: registered.reason === 'sameDay' ? receivedAt : notAfterNow(day, registered.date, day.dayStarts),
  }
}
