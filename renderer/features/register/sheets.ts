/** Sheets of a letter and of its annexes. */
export interface Sheets {
  sheets: number
  annexSheets: number
}

/** Reads the one field of the paper book: `1 + 2`, `1+2`, `1 2`, `1/2`, or `1` alone for a letter without annexes. `null` when it is neither. */
export function readSheets(typed: string): Sheets | null {
  const match = /^(\d{1,4})(?:\s*[+/,;]\s*(\d{1,4})|\s+(\d{1,4}))?$/.exec(typed.trim())
  return match && { sheets: +match[1]!, annexSheets: +(match[2] ?? match[3] ?? 0) }
}

/** The way back: `1 + 2`, or `1` where there are no annexes. */
export function writeSheets({ sheets, annexSheets }: Sheets): string {
  return annexSheets > 0 ? `${sheets} + ${annexSheets}` : String(sheets)
}
