/** A printer of this computer: `name` as the system calls it, `displayName` as people see it. */
export interface Printer {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly isDefault: boolean
}

/** Sides of a sheet that are printed on; two-sided sheets are turned over the long edge or the short one. */
export const SIDES = ['simplex', 'longEdge', 'shortEdge'] as const
export type Sides = (typeof SIDES)[number]

/** How a document goes to paper. */
export interface PrintOptions {
  /** `Printer.name`; empty = the system's own choice. */
  readonly deviceName: string
  /** 1…99. */
  readonly copies: number
  readonly duplexMode: Sides
  /** Straight to the printer, without the system's dialog; wants a printer. */
  readonly silent: boolean
}
