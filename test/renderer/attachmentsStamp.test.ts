import { describe, expect, it } from 'vitest'
import { nextZoom, pageAt, placesOf, shownPages } from '../../renderer/features/attachments/pagePlaces'
import { byKey, corner, onPage, turnedBy, turnTowards } from '../../renderer/features/attachments/stampPlacing'

const A4 = { width: 210, height: 297 }
const STAMP = { width: 66, height: 33 }
const place = { page: 1, x: 100, y: 100, turn: 0, russian: false }

describe('the stamp on a scan', () => {
  it('belongs into the lower right corner, 8 mm from the edges, upright or turned', () => {
    expect(corner(A4, STAMP, place)).toMatchObject({ x: 169, y: 272.5 })
    expect(corner(A4, STAMP, { ...place, turn: 90 })).toMatchObject({ x: 185.5, y: 256 })
  })

  it('moves by the arrows a millimetre, with Shift ten', () => {
    expect(byKey(place, 'ArrowLeft', false)).toMatchObject({ x: 99, y: 100 })
    expect(byKey(place, 'ArrowDown', true)).toMatchObject({ x: 100, y: 110 })
  })

  it('turns by R a quarter, by + and − a degree, and stays between 0 and 359', () => {
    expect(byKey(place, 'KeyR', false)?.turn).toBe(90)
    expect(byKey({ ...place, turn: 270 }, 'KeyR', false)?.turn).toBe(0)
    expect(byKey(place, 'Minus', false)?.turn).toBe(359)
    expect(byKey(place, 'NumpadAdd', true)?.turn).toBe(10)
    expect(turnedBy(place, -90).turn).toBe(270)
  })

  it('leaves other keys alone', () => {
    expect(byKey(place, 'KeyX', false)).toBeNull()
    expect(byKey(place, 'Tab', false)).toBeNull()
  })

  it('follows the handle above it, and clicks in at the quarters unless Shift is held', () => {
    expect(turnTowards(10, 0, false)).toBe(90)
    expect(turnTowards(0, -10, false)).toBe(0)
    expect(turnTowards(10, -0.3, false)).toBe(90)
    expect(turnTowards(10, -0.3, true)).toBe(88)
    expect(turnTowards(-10, -10, false)).toBe(315)
  })

  it('stays whole on the page, however it is turned', () => {
    expect(onPage({ ...place, x: -50, y: 400 }, A4, STAMP)).toMatchObject({ x: 33, y: 280.5 })
    expect(onPage({ ...place, x: 0, turn: 90 }, A4, STAMP)).toMatchObject({ x: 16.5 })
    expect(onPage({ ...place, x: 5 }, { width: 60, height: 297 }, STAMP)).toMatchObject({ x: 30 })
  })
})

describe('pages under each other', () => {
  const places = placesOf(100, () => ({ width: 800, height: 1000 }), 0.5)

  it('are drawn only where they are seen or nearly so', () => {
    expect(shownPages(places, 0, 600)).toEqual([1, 2, 3])
    const middle = shownPages(places, places[49]!.top, 600)
    expect(middle).toContain(50)
    expect(middle.length).toBeLessThan(7)
  })

  it('are counted by the one that is read, the last one at the end of the roll', () => {
    expect(pageAt(places, 0, 600)).toBe(1)
    expect(pageAt(places, places[49]!.top, 600)).toBe(50)
    expect(pageAt(places, places[99]!.end - 600, 600)).toBe(100)
  })

  it('grow and shrink within bounds', () => {
    expect(nextZoom(1, 1)).toBe(1.25)
    expect(nextZoom(3.9, 1)).toBe(4)
    expect(nextZoom(0.26, -1)).toBe(0.25)
  })
})
