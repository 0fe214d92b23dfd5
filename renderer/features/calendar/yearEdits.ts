import type { ReadYear } from '#shared/contract'
import { yearOf, type CalendarDay, type IsoDate, type KeptCalendar, type WorkingCalendar } from '#shared/domain'

/** A year of the calendar, whole: its state, its source, its listed days. */
export type YearContent = NonNullable<ReadYear['content']>

/** A year being edited. `base`: as it was when editing began. */
export interface YearEdit {
  base: YearContent
  content: YearContent
}
export type YearEdits = ReadonlyMap<number, YearEdit>

/** What somebody makes of a day. `ordinary`: as the week has it. */
export type DayChoice = { kind: 'ordinary' } | Omit<CalendarDay, 'date'>

/** A day that reads otherwise than before. */
export interface DayChange {
  date: IsoDate
  before: CalendarDay | undefined
  after: CalendarDay | undefined
}

const OTHER_HALF = { 'transfer-off': 'transfer-work', 'transfer-work': 'transfer-off' } as const
/** Kinds of days that come in pairs: one order, one day off, one day worked (Labour Code art. 85(3)). */
export type MovedKind = keyof typeof OTHER_HALF

/** Whether a kind of day is one half of a transfer. */
export function isMoved(kind: DayChoice['kind']): kind is MovedKind {
  return kind in OTHER_HALF
}

/** A year as the office keeps it; a year it does not keep as the draft from the law. */
export function keptYear({ days, years }: KeptCalendar, calendar: WorkingCalendar, year: number): YearContent {
  const kept = years.find((each) => each.year === year)
  if (!kept) return { year, status: 'draft', source: '', days: calendar.listedIn(year) }
  return { ...kept, days: inOrder(days.filter(({ date }) => yearOf(date) === year)) }
}

/** The kept calendar with the edited years in the place of its own. */
export function withEdits({ days, years }: KeptCalendar, edits: YearEdits): KeptCalendar {
  const contents = [...edits.values()].map(({ content }) => content)
  return {
    days: [...days.filter(({ date }) => !edits.has(yearOf(date))), ...contents.flatMap((content) => content.days)],
    years: [
      ...years.filter(({ year }) => !edits.has(year)),
      ...contents.map(({ year, status, source }) => ({ year, status, source })),
    ],
  }
}

/**
 * Makes something else of a day. Both halves of a transfer are set at once, and a day that leaves a transfer takes the other half with it. Returns the years that change, whole.
 */
export function withDay(contentOf: (year: number) => YearContent, date: IsoDate, choice: DayChoice): YearContent[] {
  const years = new Map<number, YearContent>()
  const read = (at: IsoDate) => years.get(yearOf(at)) ?? contentOf(yearOf(at))
  const dayAt = (at: IsoDate) => read(at).days.find((day) => day.date === at)
  const put = (at: IsoDate, day: CalendarDay | null) => years.set(yearOf(at), withListed(read(at), at, day))
  const free = (at: IsoDate) => {
    const pair = dayAt(at)?.pair
    if (pair && dayAt(pair)?.pair === at) put(pair, null)
    put(at, null)
  }
  free(date)
  if (choice.kind === 'ordinary') return [...years.values()]
  const { kind, source, pair } = choice
  if (isMoved(kind) && pair) {
    free(pair)
    put(pair, { date: pair, kind: OTHER_HALF[kind], ...(source && { source }), pair: date })
  }
  put(date, { date, ...choice })
  return [...years.values()]
}

/** A year with a day as it was before; the other half of its transfer goes back as well, where it stands in the same year. */
export function restored({ base, content }: YearEdit, date: IsoDate): YearContent {
  const days = [date, content.days.find((day) => day.date === date)?.pair, base.days.find((day) => day.date === date)?.pair]
  return days.reduce<YearContent>((year, at) => {
    if (!at || yearOf(at) !== year.year) return year
    return withListed(year, at, base.days.find((day) => day.date === at) ?? null)
  }, content)
}

function withListed(content: YearContent, date: IsoDate, day: CalendarDay | null): YearContent {
  const others = content.days.filter((each) => each.date !== date)
  return { ...content, days: inOrder(day ? [...others, day] : others) }
}

function inOrder(days: readonly CalendarDay[]): CalendarDay[] {
  return [...days].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Whether two listings of a day say the same. */
export function isSameDay(a: CalendarDay | undefined, b: CalendarDay | undefined): boolean {
  const said = (day: CalendarDay | undefined) =>
    day ? [day.kind, day.name ?? '', day.source ?? '', day.pair ?? '', day.status === 'estimated'].join('\n') : ''
  return said(a) === said(b)
}

/** The days that read otherwise after an edit, in order. */
export function changesOf({ base, content }: YearEdit): DayChange[] {
  const [before, after] = [base.days, content.days].map((days) => new Map(days.map((day) => [day.date, day])))
  return [...new Set([...before!.keys(), ...after!.keys()])]
    .filter((date) => !isSameDay(before!.get(date), after!.get(date)))
    .sort()
    .map((date) => ({ date, before: before!.get(date), after: after!.get(date) }))
}

/** Whether an edit changes anything at all. */
export function isEdited(edit: YearEdit): boolean {
  const { base, content } = edit
  return base.status !== content.status || base.source !== content.source || changesOf(edit).length > 0
}

/** Brings an edit onto a year that somebody else has changed meanwhile: what was edited here stays edited, all else is theirs. */
export function rebased(edit: YearEdit, theirs: YearContent): YearEdit {
  const { base, content } = edit
  const days = changesOf(edit).reduce((year, { date, after }) => withListed(year, date, after ?? null), theirs)
  return {
    base: theirs,
    content: {
      ...days,
      status: base.status === content.status ? theirs.status : content.status,
      source: base.source === content.source ? theirs.source : content.source,
    },
  }
}
