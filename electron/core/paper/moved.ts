import type { Mark } from './Sheet'

/** Marks moved to the right and down, in points. */
export function moved(marks: readonly Mark[], x: number, y: number): Mark[] {
  return marks.map((mark): Mark => {
    switch (mark.kind) {
      case 'text':
        return { ...mark, x: mark.x + x, baseline: mark.baseline + y }
      case 'line':
        return { ...mark, x1: mark.x1 + x, x2: mark.x2 + x, y1: mark.y1 + y, y2: mark.y2 + y }
      case 'box':
      case 'picture':
        return { ...mark, x: mark.x + x, y: mark.y + y }
      case 'path':
        return { ...mark, points: mark.points.map(([left, top]) => [left + x, top + y] as const) }
      case 'fill':
        return { ...mark, boxes: mark.boxes.map(([left, top, w, h]) => [left + x, top + y, w, h] as const) }
    }
  })
}
