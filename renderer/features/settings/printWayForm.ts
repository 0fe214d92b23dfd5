import { FARTHEST, LONGEST_TRAY, MOVABLE, MOST_COPIES, type PrintWay, type WayName } from '../../stores/printWays'
import { millimetresOf, millimetresText, tenths } from '../printing/millimetres'
import { countFaults, type Fault } from './checks'
import { typedNumber } from './forms'

/** How a paper is printed, as it is typed: numbers are text until they are kept. */
export type PrintWayForm = Omit<PrintWay, 'copies' | 'dx' | 'dy'> & { copies: string; dx: string; dy: string }

/** A way ready to be typed over. */
export function printWayForm(way: PrintWay): PrintWayForm {
  return { ...way, copies: String(way.copies), dx: millimetresText(way.dx), dy: millimetresText(way.dy) }
}

/** What of it cannot be kept. */
export function printWayFaults(form: PrintWayForm): Fault[] {
  const offsets = (['dx', 'dy'] as const).filter((path) => millimetresOf(form[path], FARTHEST) === null)
  return [
    ...countFaults(form.copies, 'copies', 1, MOST_COPIES),
    ...offsets.map((path) => ({ path, code: 'out_of_range' as const, params: { min: -FARTHEST, max: FARTHEST } })),
  ]
}

/** The way to be kept, of a form without faults. */
export function printWayOf(form: PrintWayForm): PrintWay {
  return {
    ...form,
    copies: typedNumber(form.copies),
    tray: form.tray.trim().slice(0, LONGEST_TRAY),
    dx: millimetresOf(form.dx, FARTHEST) ?? 0,
    dy: millimetresOf(form.dy, FARTHEST) ?? 0,
  }
}

/** Where the corner mark of the test page belongs, millimetres from the left and the upper edge of the sheet. */
export const MARK = 20

/** The offset that brings the mark to its place: what was in force when the page was printed, and what was measured on it. Millimetres. */
export function offsetAfter(inForce: number, measured: number): number {
  return tenths(Math.min(Math.max(inForce + MARK - measured, -FARTHEST), FARTHEST))
}

/** Sizes in which there is a test page. */
export type TestSize = 'a4' | 'a5' | 'roll80'

/** The size of test page for a paper. */
export function testSizeOf(name: WayName): TestSize {
  if (name === 'slip.roll80') return 'roll80'
  return name === 'slip.a5' ? 'a5' : 'a4'
}

/** Whether a paper can be moved on its sheet. */
export function isMovable(name: WayName): boolean {
  return MOVABLE.has(name)
}
