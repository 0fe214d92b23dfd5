import type { Line } from './columns'

/** Writes one book into a file, rows in their order. */
export interface BookWriter {
  /** Takes rows; resolves when there is room for more. */
  add(lines: readonly Line[]): Promise<void>
  /** Finishes the file. Resolves with the number of pages of a PDF. */
  end(): Promise<number | null>
}
