import type { YearContent } from '../calendar.service'
import { assemble } from './assemble'
import { decode } from './decode'
import { Findings, type RowFault } from './findings'
import { readYearCsv } from './readYearCsv'
import { isIcs, readYearIcs } from './readYearIcs'

/** What a file says of a year. */
export interface ReadYear {
  year: number
  /** How the file was read, which says what a row of it is; `null` when it could not be read at all. */
  format: 'csv' | 'ics' | null
  /** The year as the file has it; `null` when there is any fault: a file is taken whole or not at all. */
  content: YearContent | null
  /** Why it is refused, in the order of the file. */
  faults: RowFault[]
  /** What should be known of a file that is taken, in the order of the file. */
  notes: RowFault[]
}

/**
 * Reads a year of the calendar out of a file: a table (CSV) or iCalendar, told apart by what is in it. `name`: what the file is called; `year`: the year that is wanted. Never throws:
 * whatever is wrong with the file stands in `faults`, each with its place, as codes of `yearFile.faults`; days are judged as the office's own are (`dayFaults`).
 */
export function readYearFile(bytes: Uint8Array, name: string, year: number): ReadYear {
  const findings = new Findings()
  const text = decode(bytes, findings)
  if (text === null) return { year, format: null, content: null, faults: findings.faults, notes: findings.notes }
  const format = isIcs(text) || /\.(ics|ical|ifb)$/i.test(name) ? 'ics' : 'csv'
  const gathered = format === 'ics' ? readYearIcs(text, year, findings) : readYearCsv(text, year, findings)
  const content = assemble(year, gathered, findings)
  return { year, format, content, faults: inOrder(findings.faults), notes: inOrder(findings.notes) }
}

function inOrder(said: RowFault[]): RowFault[] {
  return [...said].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
}
