import type { messages } from '#shared/i18n'

type Texts = (typeof messages)['kk']['yearFile']

/** Why a file is refused. Each code has its text: `yearFile.faults.<code>`. */
export type FaultCode = keyof Texts['faults']
/** What is worth knowing although the file is taken. Each code has its text: `yearFile.notes.<code>`. */
export type NoteCode = keyof Texts['notes']

/** One thing to say about a file. */
export interface RowFault {
  /** CSV: the line of the file; iCalendar: the ordinal of the event, whose line stands in `params.line`. From 1; `null` = the file as a whole. */
  row: number | null
  code: FaultCode | NoteCode
  /** What the text of the code fills in. Dates are written `24.11.2026`. */
  params: Record<string, string | number>
}

/** Where in the file something stands; as in `RowFault`. */
export interface Place {
  row: number | null
  /** iCalendar: the line where the event begins. */
  line?: number
}

/** The file as a whole. */
export const WHOLE: Place = { row: null }

const SHOWN = 40

/** What a file says, made fit to be quoted in a message: one line, no more than 40 characters, nothing invisible. */
export function quoted(text: string): string {
  const visible = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return visible.length > SHOWN ? `${visible.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : visible
}

/** Collects what is to be said about a file while it is read. */
export class Findings {
  readonly faults: RowFault[] = []
  readonly notes: RowFault[] = []

  /** The file cannot be taken. */
  fault(at: Place, code: FaultCode, params: RowFault['params'] = {}): void {
    this.faults.push(said(at, code, params))
  }

  /** The file can be taken, but this should be known. */
  note(at: Place, code: NoteCode, params: RowFault['params'] = {}): void {
    this.notes.push(said(at, code, params))
  }
}

function said({ row, line }: Place, code: RowFault['code'], params: RowFault['params']): RowFault {
  return { row, code, params: line === undefined ? params : { line, ...params } }
}
