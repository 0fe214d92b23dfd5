import ICAL from 'ical.js'

/** An iCalendar text whose structure was proven. */
export interface IcsText {
  /** The calendars as the library reads them. */
  calendars: ICAL.Component[]
  /** The line, from 1, at which each event of the calendars begins, in order. */
  eventLines: number[]
}

interface ContentLine {
  line: number
  text: string
}

/**
 * Reads an iCalendar text (line breaks `\n`). The library takes any nesting and tells no lines, so each line is proven first: `{ broken }` is the first line, from 1, that is
 * none, or where something ends that did not begin; the last line when something did not end.
 */
export function icsText(text: string): IcsText | { broken: number } {
  const lines = unfolded(text)
  const open: string[] = []
  const eventLines: number[] = []
  for (const { line, text } of lines) {
    const [, edge, name] = /^(BEGIN|END):(.*)$/i.exec(text) ?? []
    if (edge?.toUpperCase() === 'BEGIN') {
      if (open.length === 0 && name!.toLowerCase() !== 'vcalendar') return { broken: line }
      if (open.length === 1 && name!.toLowerCase() === 'vevent') eventLines.push(line)
      open.push(name!.toLowerCase())
    } else if (edge ? open.pop() !== name!.toLowerCase() : open.length === 0 || !isProperty(text)) {
      return { broken: line }
    }
  }
  if (open.length > 0) return { broken: lines.at(-1)!.line }
  return { calendars: componentsOf(lines), eventLines }
}

/** A longer line is a picture or a formatted text, never a fact of a day. It is left out, for the time the library takes grows with the square of what a line holds before its value. */
const LONGEST_LINE = 20_000

/** Long lines are folded: what begins with a space or a tab goes on from the line before (RFC 5545, 3.1). */
function unfolded(text: string): ContentLine[] {
  const lines: ContentLine[] = []
  for (const [at, physical] of text.split('\n').entries()) {
    const last = lines.at(-1)
    if (last && /^[ \t]/.test(physical)) last.text += physical.slice(1)
    else if (physical.trim() !== '') lines.push({ line: at + 1, text: physical })
  }
  return lines.map(({ line, text }) => ({ line, text: /^(BEGIN|END):/i.test(text) ? text.trim() : text }))
}

function isProperty(text: string): boolean {
  if (text.length > LONGEST_LINE) return /^[\w-]+[:;]/.test(text)
  try {
    const jCal = ICAL.parse.property(text) as unknown[]
    // The library looks into the end of a rule of repetition only when the rule is asked for.
    if (jCal[0] === 'rrule') new ICAL.Property(jCal).getFirstValue()
    return true
  } catch {
    return false
  }
}

function componentsOf(lines: readonly ContentLine[]): ICAL.Component[] {
  const read = lines.map(({ text }) => text).filter((text) => text.length <= LONGEST_LINE)
  const parsed = ICAL.parse(read.join('\n')) as [] | [string, ...unknown[]] | unknown[][]
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][]
  return calendars.map((calendar) => new ICAL.Component(calendar))
}
