import type { ClockTime, IsoDate } from '#shared/domain'

/** Minutes before the end of the working day from which its closing is called to mind. */
const AHEAD = 15

const minutesOf = (time: ClockTime): number => +time.slice(0, 2) * 60 + +time.slice(3, 5)

/** Whether the closing of the day is to be called to mind now: on a working day, from a quarter of an hour before its end, once a day to a person. `told`: the day on which it was done last. */
export function isEndOfDay(
  now: { date: IsoDate; time: ClockTime },
  { isWorking, ends }: { isWorking: boolean; ends: ClockTime },
  told: IsoDate | null,
): boolean {
  return isWorking && told !== now.date && minutesOf(now.time) >= minutesOf(ends) - AHEAD
}
