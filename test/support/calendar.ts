import type { TermsChange } from '#shared/contract'
import type { CalendarDay } from '#shared/domain'
import type { TestBrowser } from './office'

/** Number and date of the order that the tests invent. */
export const ORDER = '№ 501, 10.12.2026'

/** The two halves of a transfer by that order. */
export const off = (date: string, pair: string): CalendarDay => ({ date, kind: 'transfer-off', source: ORDER, pair })
export const worked = (date: string, pair: string): CalendarDay => ({ date, kind: 'transfer-work', source: ORDER, pair })

/** The administrator at the calendar. */
export class CalendarDesk {
  constructor(private readonly admin: TestBrowser) {}

  async version(): Promise<number> {
    return (await this.admin.call.deadlines.changes()).version
  }

  /** The year as kept, with some days put in or taken out. */
  async yearWith(year: number, add: CalendarDay[], drop: string[] = []) {
    const { calendar } = await this.admin.call.office.state()
    const kept = calendar.years.find((each) => each.year === year)!
    const days = calendar.days.filter(({ date }) => date.startsWith(`${year}-`) && !drop.includes(date))
    return { ...kept, days: [...days, ...add] }
  }

  /** A change of one year. */
  async change(year: number, add: CalendarDay[], drop: string[] = []): Promise<TermsChange> {
    return { kind: 'calendar', based: await this.version(), years: [await this.yearWith(year, add, drop)] }
  }

  /** 18 December 2026 (Friday) off, 26 December (Saturday) worked. */
  order(): Promise<TermsChange> {
    return this.change(2026, [off('2026-12-18', '2026-12-26'), worked('2026-12-26', '2026-12-18')])
  }

  /** Applies a change with the consequences it has now. */
  async apply(change: TermsChange): Promise<{ moved: number; recounted: number }> {
    const { digest } = await this.admin.call.deadlines.preview({ change })
    return this.admin.call.deadlines.apply({ change, digest })
  }
}
