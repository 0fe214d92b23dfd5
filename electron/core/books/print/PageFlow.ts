import { partsOf, rowHeight, type LaidRow } from './layRow'
import { LINE, PAD } from './geometry'

/** What is counted of rows: entries, voided ones among them, sums by column. */
export interface Totals {
  rows: number
  voids: number
  sums: number[]
}

/** A page as it was laid out; `sofar`: everything up to its end. */
export interface LaidPage {
  rows: LaidRow[]
  totals: Totals
  sofar: Totals
}

/** Room for rows on the first page and on the others, in points; the totals of the page have theirs beneath. */
export interface Room {
  first: number
  next: number
}

/** Fills pages with rows, one after another; a row goes whole onto one page unless it is higher than a page. */
export class PageFlow {
  #rows: LaidRow[] = []
  #filled = 0
  #pages = 0
  #totals: Totals
  #sofar: Totals

  /** `keep` gets each page when it is full. */
  constructor(
    private readonly room: Room,
    summed: number,
    private readonly keep: (page: LaidPage) => void,
  ) {
    this.#totals = nothing(summed)
    this.#sofar = nothing(summed)
  }

  add(row: LaidRow): void {
    const most = Math.min(this.room.first, this.room.next)
    if (rowHeight(row.lines) <= most) return this.#put(row)
    const parts = partsOf(row, Math.floor((most - 2 * PAD.y) / LINE))
    for (const part of parts) this.#put(part)
  }

  /** Closes the last page, on which `foot` points more are needed (the grand total); a book without rows has one empty page. */
  end(foot: number): void {
    if (this.#filled + foot > this.#room()) this.#close()
    if (this.#rows.length > 0 || this.#pages === 0 || foot > 0) this.#close()
  }

  #put(row: LaidRow): void {
    const height = rowHeight(row.lines)
    if (this.#filled + height > this.#room()) this.#close()
    this.#rows.push(row)
    this.#filled += height
    if (row.begins) for (const totals of [this.#totals, this.#sofar]) count(totals, row)
  }

  #room(): number {
    return this.#pages === 0 ? this.room.first : this.room.next
  }

  #close(): void {
    this.keep({ rows: this.#rows, totals: this.#totals, sofar: { ...this.#sofar, sums: [...this.#sofar.sums] } })
    this.#pages++
    this.#rows = []
    this.#filled = 0
    this.#totals = nothing(this.#totals.sums.length)
  }
}

function nothing(summed: number): Totals {
  return { rows: 0, voids: 0, sums: Array.from({ length: summed }, () => 0) }
}

function count(totals: Totals, { isVoid, sums }: LaidRow): void {
  totals.rows++
  if (isVoid) totals.voids++
  sums.forEach((sum, index) => (totals.sums[index]! += sum))
}
