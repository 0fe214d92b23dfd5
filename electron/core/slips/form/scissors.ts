import { GREY, mm, type Sheet } from '../../paper/Sheet'

/** Scissors 5 × 3 mm, drawn with lines: the faces have no such sign. `down`: they cut a sheet from above downwards; `x` is then the middle and `y` their handles' end. */
export function drawScissors(sheet: Sheet, x: number, y: number, { down = false, colour = GREY } = {}): void {
  const unit = mm(0.25)
  const at = (along: number, across: number): readonly [number, number] =>
    down ? [x + unit * across, y + unit * along] : [x + unit * along, y + unit * across]
  for (const side of [-1, 1]) {
    const ring = Array.from({ length: 13 }, (_, step) => {
      const angle = (step * Math.PI) / 6
      return at(3.5 + 2 * Math.cos(angle), 3 * side + 2 * Math.sin(angle))
    })
    sheet.stroke(ring, unit, colour)
    sheet.stroke([at(5.3, 2 * side), at(17, -4.5 * side)], unit, colour)
  }
}
