import { describe, expect, it } from 'vitest'
import { nextZoom, pageAt, placesOf, shownPages } from '../../renderer/features/attachments/pagePlaces'
import { resolutionOf, sizeAt } from '../../renderer/features/attachments/pictureSize'
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

/** Head of a PNG with a pHYs chunk, pixels per metre. */
function png(perMetre: number): Uint8Array {
  const bytes = new Uint8Array(64)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x89504e47)
  view.setUint32(4, 0x0d0a1a0a)
  view.setUint32(8, 13)
  view.setUint32(12, 0x49484452)
  view.setUint32(33, 9)
  view.setUint32(37, 0x70485973)
  view.setUint32(41, perMetre)
  view.setUint32(45, perMetre)
  view.setUint8(49, 1)
  return bytes
}

const jpeg = (unit: number, dots: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1],
    ...[unit, dots >> 8, dots & 255, dots >> 8, dots & 255, 0, 0, 0xff, 0xda],
  ])

describe('a picture as paper', () => {
  it('is as large as its resolution says', () => {
    expect(resolutionOf(png(11811))).toBeCloseTo(300, 1)
    expect(resolutionOf(jpeg(1, 200))).toBe(200)
    expect(resolutionOf(jpeg(2, 118))).toBeCloseTo(299.7, 1)
    const a5 = sizeAt({ width: 1748, height: 2480 }, 300)
    expect([Math.round(a5.width), Math.round(a5.height)]).toEqual([148, 210])
  })

  it('fits A4 where its resolution says nothing', () => {
    expect(resolutionOf(jpeg(0, 1))).toBeNull()
    expect(resolutionOf(new Uint8Array([0xff, 0xd8]))).toBeNull()
    expect(sizeAt({ width: 3000, height: 4000 }, 72).height).toBeCloseTo(280, 6)
    expect(sizeAt({ width: 4000, height: 1000 }, null).width).toBe(297)
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
