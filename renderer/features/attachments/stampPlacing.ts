import type { StampPlace } from '#shared/contract'

/** A page as it is seen, or the stamp, in millimetres. */
export interface Extent {
  width: number
  height: number
}

/** How far the stamp stands from the edges where nobody chose a place, mm; as the office puts it itself. */
const MARGIN = 8

/** How far a turned stamp reaches from its centre to each side, mm. */
export function reach({ width, height }: Extent, turn: number): { x: number; y: number } {
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  return { x: (cos * width + sin * height) / 2, y: (sin * width + cos * height) / 2 }
}

/** The place with the whole stamp on the page, tenths of a millimetre; the middle of a page that is too small. */
export function onPage(place: StampPlace, page: Extent, stamp: Extent): StampPlace {
  const { x, y } = reach(stamp, place.turn)
  return { ...place, x: between(place.x, x, page.width), y: between(place.y, y, page.height) }
}

function between(value: number, half: number, whole: number): number {
  const kept = whole < 2 * half ? whole / 2 : Math.min(Math.max(value, half), whole - half)
  return Math.round(kept * 10) / 10
}

/** The lower right corner of a page. */
export function corner(page: Extent, stamp: Extent, { turn, russian, ...place }: StampPlace): StampPlace {
  const { x, y } = reach(stamp, turn)
  return onPage({ ...place, turn, russian, x: page.width - MARGIN - x, y: page.height - MARGIN - y }, page, stamp)
}

/** Whole degrees clockwise, 0–359. */
export function turnedBy(place: StampPlace, degrees: number): StampPlace {
  return { ...place, turn: (((Math.round(place.turn + degrees) % 360) + 360) % 360) as number }
}

/** Turn of a handle that stands above an upright stamp, as the pointer lies from the centre; near a quarter it is the quarter. */
export function turnTowards(right: number, down: number, isFine: boolean): number {
  const degrees = (Math.round((Math.atan2(right, -down) * 180) / Math.PI) + 360) % 360
  const quarter = Math.round(degrees / 90) * 90
  return !isFine && Math.abs(degrees - quarter) <= 4 ? quarter % 360 : degrees
}

const STEPS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const TURNS: Readonly<Record<string, number>> = { Equal: 1, NumpadAdd: 1, Minus: -1, NumpadSubtract: -1 }

/** What a key does to a stamp: arrows move it by 1 mm, with Shift by 10; R turns it by a quarter, + and − by a degree, with Shift by 10. `null`: not one of these. */
export function byKey(place: StampPlace, code: string, shift: boolean): StampPlace | null {
  const by = shift ? 10 : 1
  const step = STEPS[code]
  if (step) return { ...place, x: place.x + step[0] * by, y: place.y + step[1] * by }
  if (code === 'KeyR') return turnedBy(place, shift ? -90 : 90)
  const turn = TURNS[code]
  return turn === undefined ? null : turnedBy(place, turn * by)
}
