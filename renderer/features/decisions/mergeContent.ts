import type { DecisionContent } from '#shared/domain'
import { mergeTexts, writeMerged, type TextPiece } from './mergeTexts'

/** A field of a decision in which two people differ from what both began with. */
export interface MetPart {
  field: Exclude<keyof DecisionContent, 'text'>
  theirs: unknown
  mine: unknown
}

/** Two versions of one draft, put together. */
export interface MergedContent {
  /** Both together; where a field clashes mine, where the text clashes both passages. */
  content: DecisionContent
  clashes: MetPart[]
  /** The text in passages, those that clash among them. */
  pieces: TextPiece[]
}

const FIELDS = ['language', 'character', 'decision', 'remedy', 'until', 'bodyId', 'part', 'missing', 'ground'] as const

/** Whether two values of a field say the same. */
export function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Puts two versions of a draft together: what only one changed is taken from that one, the text passage by passage; what both changed differently is a clash. */
export function mergeContent(before: DecisionContent, theirs: DecisionContent, mine: DecisionContent): MergedContent {
  const pieces = mergeTexts(before.text, theirs.text, mine.text)
  const met = FIELDS.filter((field) => !alike(before[field], theirs[field]))
  const clashes = met
    .filter((field) => !alike(mine[field], before[field]) && !alike(mine[field], theirs[field]))
    .map((field) => ({ field, theirs: theirs[field], mine: mine[field] }))
  const taken = met.filter((field) => !clashes.some((clash) => clash.field === field))
  const content = { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])), text: writeMerged(pieces, {}) }
  return { content, clashes, pieces }
}

/** Whether somebody must choose before the two are one. */
export function hasClash({ clashes, pieces }: Pick<MergedContent, 'clashes' | 'pieces'>): boolean {
  return clashes.length > 0 || pieces.some(({ clash }) => clash)
}
