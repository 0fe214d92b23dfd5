import type { StampPlace } from '#shared/contract'

/** A page as its dictionary describes it: its visible box in units of the page, how far it is turned clockwise to be seen, and a unit in points (ISO 32000-1 §7.7.3.3). */
export interface PageShape {
  box: { left: number; bottom: number; right: number; top: number }
  rotate: 0 | 90 | 180 | 270
  unit: number
}

/** Where a stamp lies. */
export interface Placed {
  /** From the stamp's points (origin in its lower left corner) to the page's units, as the operator `cm` takes it. */
  matrix: [a: number, b: number, c: number, d: number, e: number, f: number]
  /** Its centre on the page as seen, in mm from the left and upper edge, and its turn clockwise in degrees. */
  place: Pick<StampPlace, 'x' | 'y' | 'turn'>
}

/** Points of a millimetre. */
const POINTS = 72 / 25.4
/** Distance from the edges where nobody chose a place, in mm. */
const MARGIN = 8

/**
 * Lays a stamp of the given size (points) on a page. Without a place it stands in the lower right corner of the page as seen, 8 mm from the edges (usual for requisite 24,
 * the mark of receipt); what would stand outside the page is moved inside, what is larger than the page made smaller.
 */
export function placeStamp(
  page: PageShape,
  stamp: { width: number; height: number },
  place: Pick<StampPlace, 'x' | 'y' | 'turn'> | null,
): Placed {
  const { left, bottom, right, top } = page.box
  const lies = page.rotate % 180 !== 0
  const seen = [(right - left) * page.unit, (top - bottom) * page.unit] as const
  const [width, height] = lies ? [seen[1], seen[0]] : seen
  const turn = place?.turn ?? 0
  const [cos, sin] = directionOf(turn)
  const half = (across: number, along: number): number => (Math.abs(across) * stamp.width + Math.abs(along) * stamp.height) / 2
  const scale = Math.min(1, width / (2 * half(cos, sin)), height / (2 * half(sin, cos)))
  const [reachX, reachY] = [half(cos, sin) * scale, half(sin, cos) * scale]
  const wished = place
    ? { x: place.x * POINTS, y: place.y * POINTS }
    : { x: width - MARGIN * POINTS - reachX, y: height - MARGIN * POINTS - reachY }
  const x = within(wished.x, reachX, width - reachX)
  const y = within(wished.y, reachY, height - reachY)
  return { matrix: matrixOf(page, stamp, { x, y, cos: cos * scale, sin: sin * scale }), place: { x: mm(x), y: mm(y), turn } }
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), Math.max(least, most))
const mm = (points: number): number => Math.round((points / POINTS) * 10) / 10

// Whole quarter turns are exact, so that frames stay level.
function directionOf(turn: number): [cos: number, sin: number] {
  const quarters: Record<number, [number, number]> = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] }
  const angle = (turn * Math.PI) / 180
  return quarters[turn] ?? [Math.cos(angle), Math.sin(angle)]
}

function matrixOf(
  page: PageShape,
  stamp: { width: number; height: number },
  seen: { x: number; y: number; cos: number; sin: number },
): Placed['matrix'] {
  const { left, bottom, right, top } = page.box
  // From directions as seen (to the right, downwards) to those of the page, and the corner that is the upper left one as seen.
  const onPage = {
    0: { turned: (u: number, v: number) => [u, -v] as const, corner: [left, top] },
    90: { turned: (u: number, v: number) => [v, u] as const, corner: [left, bottom] },
    180: { turned: (u: number, v: number) => [-u, v] as const, corner: [right, bottom] },
    270: { turned: (u: number, v: number) => [-v, -u] as const, corner: [right, top] },
  }[page.rotate]
  const units = (u: number, v: number): [number, number] => {
    const [x, y] = onPage.turned(u, v)
    return [x / page.unit, y / page.unit]
  }
  const [a, b] = units(seen.cos, seen.sin)
  const [c, d] = units(seen.sin, -seen.cos)
  const [x, y] = units(seen.x, seen.y)
  const e = onPage.corner[0]! + x - (a * stamp.width + c * stamp.height) / 2
  const f = onPage.corner[1]! + y - (b * stamp.width + d * stamp.height) / 2
  return [a, b, c, d, e, f]
}
