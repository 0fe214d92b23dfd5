import type { Addressee, CalendarDayKind, ClockTime, IsoDate, Kind, WorkWeek } from '#shared/domain'

/**
 * A term worked out by hand on a paper calendar, with the reasoning beside it. Unless it says otherwise: to the provider, five-day week, office closes at 18:30, the registration day is not
 * counted.
 */
export interface HandWorked {
  kind: Kind
  to?: Addressee
  /** Day and time of receipt, `YYYY-MM-DD HH:MM`. */
  received: string
  week?: WorkWeek
  /** The office counts the registration day as day one. */
  strict?: true
  /** Closing time of the office. */
  closes?: ClockTime
  /** The last day that the letter itself gives. */
  given?: IsoDate

  registered: IsoDate
  /** The days that count, in order: `MM-DD` or stretches `MM-DD..MM-DD` of days that all count, separated by blanks. */
  counts: string
  /** The listed days met on the way, from registration to deadline, weekends that are also holidays included; `MM-DD`. */
  met?: Record<string, CalendarDayKind>
  deadline: IsoDate
  /** The day the stricter reading would give; `null` where both give the same or the office reads strictly. */
  control: IsoDate | null
  checkpoint?: IsoDate | null
  /** Last day to redirect, counted from receipt, and to return, counted from registration; `null` = no such term. */
  redirect?: IsoDate | null
  return?: IsoDate | null
  version?: number
  /** Years on the way without an official calendar. */
  uncertain?: number[]
  /** Which days counted, which did not, and why. */
  why: string
}
