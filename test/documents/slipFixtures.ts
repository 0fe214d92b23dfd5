import { useFonts } from '#core/paper/fonts'
import { renderSlip } from '#core/slips/slipDocument'
import type { SlipFacts } from '#core/slips/slipFacts'
import {
  countTerm,
  ruleFor,
  splitNumber,
  WorkingCalendar,
  type CalendarDay,
  type Kind,
  type Term,
  type TermRule,
} from '#shared/domain'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const data = (name: string): unknown => JSON.parse(readFileSync(join(process.cwd(), 'resources/data', name), 'utf8'))
const rules = data('terms.json') as TermRule[]
const { days } = data('calendar-kz.json') as { days: CalendarDay[] }

useFonts(join(process.cwd(), 'resources/fonts'))

/** The office's calendar for a week of five or six days. */
export const workingCalendar = (week: 5 | 6 = 5): WorkingCalendar => new WorkingCalendar(days, week)

/** The term that the program's own rules and calendar give. */
export function termOf(kind: Kind, registeredOn = '2026-12-11', week: 5 | 6 = 5): Term {
  return countTerm(ruleFor(rules, { kind, addressee: 'provider', registeredOn })!, registeredOn, workingCalendar(week))
}

/** The slip of the look: a complaint on a service of Friday, 11 December 2026, with a holiday inside its five days. */
export function slipFacts(changes: Partial<SlipFacts> = {}): SlipFacts {
  const kind = changes.kind ?? 'serviceComplaint'
  const registeredOn = changes.registeredOn ?? '2026-12-11'
  const numberParts = splitNumber('Ж-{seq:0000}/{yy}', { seq: 619, year: 2026 })
  return {
    copy: 1,
    languages: 'both',
    printedOn: registeredOn,
    printedAt: '11:09',
    correctedOn: null,
    office: {
      name: { kk: 'Ақмола облысының білім басқармасы', ru: 'Управление образования Акмолинской области' },
      address: { kk: '020000, Көкшетау қ., Сәтпаев к-сі, 1а', ru: '020000, г. Кокшетау, ул. Сатпаева, 1а' },
      phone: '+7 (7162) 90-31-16',
      contactCentre: '1414, 8 800 080 7777',
      hours: '9:00–13:00, 14:30–18:30',
      week: 5,
    },
    number: numberParts.map(({ text }) => text).join(''),
    numberParts,
    registeredOn,
    registeredAt: '11:08',
    receivedOn: registeredOn,
    receivedAt: '11:05',
    applicant: 'Сейтқали А. М.',
    people: 1,
    kind,
    subject: 'Балабақша кезегі',
    sheets: 1,
    annexSheets: 2,
    acceptedBy: { name: 'Қасенова А. Т.', position: { kk: 'кеңсенің бас маманы', ru: 'главный специалист канцелярии' } },
    term: termOf(kind, registeredOn),
    delivery: 'inPerson',
    answerPlace: { kk: '303-кабинет, Көкшетау қ., Сәтпаев к-сі, 1а', ru: 'каб. 303, г. Кокшетау, ул. Сатпаева, 1а' },
    ...changes,
  }
}

/** Names and texts as long as the register takes them, in real words. */
export const LONG = {
  person: 'Мұхамеджанова-Сейтахметова Гүлбаршын-Айжан Абдрахманқызы Әлмұхамедқызы-Жүнісбекова Р. К.',
  entity: repeated(
    '«Көкшетау қаласының ерекше білім беруді қажет ететін балаларға арналған облыстық мектеп-интернаты» коммуналдық мемлекеттік мекемесі ',
    300,
  ),
  subject: repeated(
    'Балабақшадағы кезек жылжымайды, кезек нөмірі 1214-тен 1389-ға кейінге ауысқан, себебі түсіндірілмеген. ',
    500,
  ),
  address: repeated('020000, Ақмола облысы, Көкшетау қаласы, Қаныш Сәтпаев көшесі, 1а үй, әкімшілік ғимарат, ', 200),
  office: 'Ақмола облысының білім беру, тәрбие жұмысы және балалардың құқықтарын қорғау мәселелері жөніндегі басқармасы',
  word: 'Ш'.repeat(120),
}

function repeated(text: string, length: number): string {
  return text
    .repeat(Math.ceil(length / text.length))
    .slice(0, length)
    .trim()
}

/** Facts with everything as long as can be. */
export function longFacts(changes: Partial<SlipFacts> = {}): SlipFacts {
  const usual = slipFacts()
  return slipFacts({
    copy: 12,
    correctedOn: '2026-12-14',
    receivedOn: '2026-12-10',
    receivedAt: '19:45',
    people: 1234,
    kind: 'complaint',
    applicant: LONG.entity,
    subject: LONG.subject,
    sheets: 999,
    annexSheets: 999,
    office: { ...usual.office, name: { kk: LONG.office, ru: LONG.office }, address: { kk: LONG.address, ru: LONG.address } },
    acceptedBy: { name: LONG.person, position: { kk: LONG.office, ru: LONG.office } },
    answerPlace: { kk: LONG.address, ru: LONG.address },
    ...changes,
  })
}

export { renderSlip }
