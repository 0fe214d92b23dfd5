import type { SheetStamp } from '../../stores/printWays'

/** Sheets a stamp is put on, upright, millimetres. */
export const STAMP_SHEETS = { a4: { width: 210, height: 297 }, a5: { width: 148, height: 210 } } as const

/** The stamp as it is drawn, millimetres, for its outline on the small sheet; what counts is the sheet that is printed. */
export const STAMP_SIZE = { width: 66, height: 33 } as const

// No printer prints to the very edge; and so far from it the stamp stands unless it is moved. Millimetres.
const EDGE = 5
const MARGIN = 8

/** Room the stamp takes as it is turned, millimetres. */
export function outline({ turn }: Pick<SheetStamp, 'turn'>): { width: number; height: number } {
  const { width, height } = STAMP_SIZE
  return turn % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** The place kept on the sheet, whole millimetres. */
export function within(place: SheetStamp): SheetStamp {
  const sheet = STAMP_SHEETS[place.sheet]
  const room = outline(place)
  const between = (value: number, half: number, whole: number) =>
    Math.round(Math.min(Math.max(value, half + EDGE), whole - half - EDGE))
  return { ...place, x: between(place.x, room.width / 2, sheet.width), y: between(place.y, room.height / 2, sheet.height) }
}

/** Where a stamp belongs: at the lower right of the first sheet's face (domain.md §3). */
export function usualPlace(sheet: SheetStamp['sheet'] = 'a4'): SheetStamp {
  const { width, height } = STAMP_SHEETS[sheet]
  const stamp = STAMP_SIZE
  return within({ sheet, x: width - MARGIN - stamp.width / 2, y: height - MARGIN - stamp.height / 2, turn: 0, russian: false })
}

/** The place moved by millimetres to the right and down. */
export function moved(place: SheetStamp, right: number, down: number): SheetStamp {
  return within({ ...place, x: place.x + right, y: place.y + down })
}

/** The place turned a quarter clockwise about its middle. */
export function turned(place: SheetStamp): SheetStamp {
  const turns = { 0: 90, 90: 180, 180: 270, 270: 0 } as const
  return within({ ...place, turn: turns[place.turn] })
}

/** Where the stamp alone on its sheet lies as PDF. */
export function stampPath(appealId: number, { sheet, x, y, turn, russian }: SheetStamp): string {
  return `/files/slips/stamp/${appealId}.pdf?sheet=${sheet}&x=${x}&y=${y}&turn=${turn}&russian=${russian}`
}
