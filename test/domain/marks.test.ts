import { marksOf, type MarkedLife } from '#shared/domain'
import { describe, expect, it } from 'vitest'

const life = (changes: Partial<MarkedLife> = {}): MarkedLife => ({
  ...{ receivedOn: '2026-11-21', registeredOn: '2026-11-23', workedOn: [], signed: [] },
  ...changes,
})
const marks = (changes?: Partial<MarkedLife>) => marksOf(life(changes)).map(({ mark, on }) => `${mark} ${on}`)

describe('the marks of the founding document (R20)', () => {
  it('are delivered and registered from the first', () => {
    expect(marks()).toEqual(['delivered 2026-11-21', 'registered 2026-11-23'])
  })

  it('show the latest day of work', () => {
    expect(marks({ workedOn: ['2026-11-25', '2026-11-24'] })).toContain('execution 2026-11-25')
  })

  it.each([
    ['answer', 'refused', 'answerOnConsideration'],
    ['answer', 'satisfied', 'answerOnConsideration'],
    ['answer', 'notConsidered', 'answerOnRefusal'],
    ['return', null, 'answerOnRefusal'],
    ['leave', null, 'answerOnRefusal'],
  ] as const)('%s, %s: %s', (act, character, mark) => {
    expect(marks({ signed: [{ act, character, on: '2026-11-26' }] }).slice(2)).toEqual([`${mark} 2026-11-26`])
  })

  it('know no answer where the letter only went elsewhere or the term was extended', () => {
    const signed = [
      { act: 'extend', character: null, on: '2026-11-24' },
      { act: 'redirectPart', character: null, on: '2026-11-25' },
    ] as const
    expect(marks({ signed })).toHaveLength(2)
  })
})
