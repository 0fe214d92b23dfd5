import type { ClockTime, IsoDate } from '#shared/domain'

/** When the office works on a day. */
export interface WorkingHours {
  isWorking: boolean
  /** Local times; the end no longer belongs to the day. */
  starts: ClockTime
  ends: ClockTime
}

/** Whether the digest of the day is to be told now: once a day to a person, on a working day, between the hours of the office and never at night. `told`: the day on which it was told last. */
export function isDigestDue(
  now: { date: IsoDate; time: ClockTime },
  { isWorking, starts, ends }: WorkingHours,
  told: IsoDate | null,
): boolean {
  return isWorking && starts <= now.time && now.time < ends && told !== now.date
}
