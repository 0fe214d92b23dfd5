import type { PaperKind, SlipFormat, SlipLanguages } from '#shared/contract'
import { SIDES, type Sides } from '../host'
import { SLIP_FORMATS, SLIP_LANGUAGES } from './slipPapers'

/** Papers whose printing is remembered one by one. A slip on a roll comes from another printer than one on A5, so each format is a paper of its own; a test page goes the way of the paper it is printed for. */
export type WayName = Exclude<PaperKind, 'slip' | 'test'> | `slip.${SlipFormat}`

const EVERY_WAY: Record<WayName, true> = {
  'slip.a5': true,
  'slip.a4pair': true,
  'slip.roll80': true,
  'slip.large': true,
  stamp: true,
  letter: true,
  calendar: true,
  card: true,
  envelope: true,
  label: true,
  sticker: true,
  journal: true,
  handedOver: true,
  controlList: true,
  inventory: true,
  numbering: true,
  closing: true,
  attachment: true,
}

/** Papers in the order in which they are told. */
export const WAY_NAMES = Object.keys(EVERY_WAY) as readonly WayName[]

const FIXED: ReadonlySet<WayName> = new Set<WayName>(['letter', 'calendar', 'journal', 'closing', 'attachment'])

/** Papers that can be moved on the sheet: slips, stamps, and what is filled into forms, labels and envelopes. Letters and books keep their margins. */
export const MOVABLE: ReadonlySet<WayName> = new Set(WAY_NAMES.filter((name) => !FIXED.has(name)))

/** How one paper is printed at this workstation. */
export interface PrintWay {
  /** As the system calls it; empty = chosen in the system's dialog each time. */
  printer: string
  /** 1…99. */
  copies: number
  sides: Sides
  /** To the printer named without the system's dialog. */
  straight: boolean
  /** The tray or queue, as people call it: shown before printing, since a program cannot choose it. */
  tray: string
  /** Moves everything to the right and down, for a printer that prints askew. Millimetres, in tenths. */
  dx: number
  dy: number
}

/** Farthest that a paper is moved, millimetres. */
export const FARTHEST = 20
/** Most copies at once. */
export const MOST_COPIES = 99
/** Longest name of a tray. */
export const LONGEST_TRAY = 60

/** Where the stamp lies on a letter in the printer: its middle in millimetres from the left and upper edge of the sheet, its turn clockwise in degrees. */
export interface SheetStamp {
  sheet: 'a4' | 'a5'
  x: number
  y: number
  turn: 0 | 90 | 180 | 270
  russian: boolean
}

/** What a workstation remembers of printing. */
export interface KeptPrinting {
  ways: Partial<Record<WayName, PrintWay>>
  /** Paper of the slip printed last. */
  slipFormat: SlipFormat
  /** Language of the slip chosen last, by language of the letter; large print apart (`kk.large`). */
  slipLanguages: Partial<Record<string, SlipLanguages>>
  stamp: SheetStamp | null
}

/** The way of a paper nobody has settled yet: one copy, one-sided, through the system's dialog. */
export function plainWay(): PrintWay {
  return { printer: '', copies: 1, sides: 'simplex', straight: true, tray: '', dx: 0, dy: 0 }
}

/** Nothing settled yet. */
export function plainPrinting(): KeptPrinting {
  return { ways: {}, slipFormat: 'a5', slipLanguages: {}, stamp: null }
}

const VERSION = 1

/** What is written to the workstation's store. */
export function packed(kept: KeptPrinting): string {
  return JSON.stringify({ version: VERSION, ...kept })
}

/** What was written there. Anything that is not what this program writes counts as nothing settled, part by part. */
export function unpacked(stored: string | null): KeptPrinting {
  const kept = plainPrinting()
  const read = parsed(stored)
  if (read?.['version'] !== VERSION) return kept
  const ways = record(read['ways'])
  for (const name of WAY_NAMES) {
    const way = wayOf(ways?.[name])
    if (way) kept.ways[name] = way
  }
  kept.slipFormat = oneOf(SLIP_FORMATS, read['slipFormat']) ?? kept.slipFormat
  for (const [letter, languages] of Object.entries(record(read['slipLanguages']) ?? {})) {
    const known = oneOf(SLIP_LANGUAGES, languages)
    if (known) kept.slipLanguages[letter] = known
  }
  kept.stamp = stampOf(record(read['stamp']))
  return kept
}

function wayOf(stored: unknown): PrintWay | null {
  const read = record(stored)
  if (!read) return null
  const plain = plainWay()
  return {
    printer: text(read['printer'], 300),
    copies: numberIn(read['copies'], 1, MOST_COPIES) ?? plain.copies,
    sides: oneOf(SIDES, read['sides']) ?? plain.sides,
    straight: typeof read['straight'] === 'boolean' ? read['straight'] : plain.straight,
    tray: text(read['tray'], LONGEST_TRAY),
    dx: numberIn(read['dx'], -FARTHEST, FARTHEST) ?? 0,
    dy: numberIn(read['dy'], -FARTHEST, FARTHEST) ?? 0,
  }
}

function stampOf(read: Record<string, unknown> | null): SheetStamp | null {
  const [x, y] = [numberIn(read?.['x'], 0, 300), numberIn(read?.['y'], 0, 300)]
  const sheet = oneOf(['a4', 'a5'] as const, read?.['sheet'])
  const turn = oneOf([0, 90, 180, 270] as const, read?.['turn'])
  if (!read || x === null || y === null || !sheet || turn === null) return null
  return { sheet, x, y, turn, russian: read['russian'] === true }
}

function parsed(stored: string | null): Record<string, unknown> | null {
  try {
    return record(JSON.parse(stored ?? 'null'))
  } catch {
    return null
  }
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
}

function oneOf<T>(words: readonly T[], value: unknown): T | null {
  return words.find((word) => word === value) ?? null
}

function text(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.slice(0, longest) : ''
}

function numberIn(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null
}
