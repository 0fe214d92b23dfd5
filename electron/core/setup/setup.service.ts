import type { OfficeDetails, OfficeRules, PersonFields } from '#shared/contract'
import { yearOf } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { fillCalendar } from '../calendar/calendar.service'
import type { WriteCall } from '../call'
import { signedIn, type People } from '../people/people.service'
import { APPEALS, beginAt } from '../register/numbering.service'
import type { Settings } from '../settings/settings.service'
import { fillRules } from '../terms/terms.service'
import type { Shipped } from './shipped.service'

/** What the three steps of the first start ask. */
export interface Opening {
  details: OfficeDetails
  rules: OfficeRules
  firstNumber: number
  administrator: PersonFields
}

/** The first start: opens the book. */
export class Setup {
  constructor(
    private readonly settings: Settings,
    private readonly people: People,
    private readonly timeZone: string,
  ) {}

  /** Opens the office with its particulars, calendar, terms, services and first administrator, all or nothing. Errors: `setup.done_already`. */
  async open(call: WriteCall, opening: Opening, passwordHash: string, shipped: Shipped): Promise<void> {
    await this.settings.open(call, opening.details, opening.rules)
    await fillCalendar(call.work, shipped.calendar)
    await fillRules(call.work, shipped)
    await this.settings.fillServices(call.work, shipped.services)
    const year = yearOf(localMoment(call.at, this.timeZone).date)
    if (opening.firstNumber > 1) await beginAt(call.work, APPEALS, year, opening.firstNumber)
    const administrator = await this.people.add(call, opening.administrator, passwordHash)
    call.actsAs({ id: administrator.id, name: signedIn(administrator).name })
    call.tell('office', 1, { name: opening.details.name, firstNumber: opening.firstNumber, year })
  }
}
