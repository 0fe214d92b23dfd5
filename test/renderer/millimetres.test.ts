import { describe, expect, it } from 'vitest'
import { millimetresOf, millimetresText } from '../../renderer/features/printing/millimetres'
import { offsetAfter } from '../../renderer/features/settings/printWayForm'

describe('millimetres', () => {
  it.each([
    ['1,5', 1.5],
    ['1.25', 1.3],
    ['-2', -2],
    ['−0,5', -0.5],
    ['20', 20],
    ['20,1', null],
    ['', null],
    ['1,5 мм', null],
    ['1e1', null],
  ])('«%s» is %s', (typed, value) => expect(millimetresOf(typed, 20)).toBe(value))

  it('are written with a comma and never as a negative nothing', () => {
    expect([1.5, -0.5, 0, -0.04].map(millimetresText)).toEqual(['1,5', '−0,5', '0', '0'])
  })

  it('of an offset count from the one in force and stay within reach', () => {
    expect([offsetAfter(0, 20), offsetAfter(1, 19.5), offsetAfter(0, 80), offsetAfter(-19, 25)]).toEqual([0, 1.5, -20, -20])
  })
})
