/** Size of a page in CSS pixels at scale 1. */
export interface PageSize {
  width: number
  height: number
}

/** From where to where a page reaches down the roll of pages, CSS pixels. */
export interface PagePlace {
  top: number
  end: number
}

const GAP = 12

/** Where each page lies when they are laid under each other. */
export function placesOf(count: number, sizeOf: (page: number) => PageSize, scale: number): PagePlace[] {
  const places: PagePlace[] = []
  let top = GAP
  for (let page = 1; page <= count; page++) {
    const end = top + sizeOf(page).height * scale
    places.push({ top, end })
    top = end + GAP
  }
  return places
}

/** Numbers (from 1) of the pages in sight and of those within one more screen above and below. */
export function shownPages(places: readonly PagePlace[], scrolled: number, height: number): number[] {
  const [from, to] = [scrolled - height, scrolled + 2 * height]
  return places.flatMap(({ top, end }, at) => (end >= from && top <= to ? [at + 1] : []))
}

/** The page that is read: the one a third down the room, or the last one where the roll ends. */
export function pageAt(places: readonly PagePlace[], scrolled: number, height: number): number {
  const line = scrolled + height / 3
  const last = places.at(-1)
  if (last && scrolled > 0 && scrolled + height >= last.end) return places.length
  const at = places.findIndex(({ end }) => end >= line)
  return at < 0 ? places.length : at + 1
}

const STEP = 1.25
const ZOOM = { least: 0.25, most: 4 }

/** The next larger or smaller scale. */
export function nextZoom(scale: number, step: 1 | -1): number {
  return Math.min(Math.max(step > 0 ? scale * STEP : scale / STEP, ZOOM.least), ZOOM.most)
}
