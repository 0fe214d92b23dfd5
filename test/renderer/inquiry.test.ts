import { describe, expect, it } from 'vitest'
import { emptyDecision, type DecisionContent } from '#shared/domain'
import { inquiryFactsOf, type InquiryEntry } from '../../renderer/features/inquiry/inquiryFacts'
import { decision, letter } from './support/chanceryHost'
import { resolution, task } from './support/deskHost'
import { entry } from './support/entryHost'

/** The story: what the screen knows of an entry becomes what the caller may be told. A draft is no decision, and a filed letter is told by what closed it. */

const OFFICE = {
  bodyName: (id: number | null) => (id === 4 ? { kk: 'Корпорация', ru: 'Корпорация' } : undefined),
  today: '2026-12-15',
  phone: '+7 (7162) 90-31-16',
}
const says = (change: Partial<DecisionContent>) => ({ ...emptyDecision('kk'), ...change })
const factsOf = (change: Partial<InquiryEntry>) =>
  inquiryFactsOf(
    { appeal: entry(), history: [], resolutions: [], decisions: [], letters: [], attachedTo: null, ...change },
    OFFICE,
  )

describe('an open entry', () => {
  it('is with the responsible executor of the resolution that holds', () => {
    const resolutions = [
      resolution(1, { recalled: { at: '', by: '', reason: '' }, tasks: [task(1, { person: 'Тен В. Р.' })] }),
      resolution(2, { tasks: [task(2, { responsible: false, person: 'Ахметова С.' }), task(3)] }),
    ]
    expect(factsOf({ appeal: entry({ status: 'execution' }), resolutions }).executor).toBe('Бекенов А. Ж.')
  })

  it('does not tell of an answer that is only drafted or waits for the signature', () => {
    const decisions = [decision(1, { state: 'draft' }), decision(2), decision(3, { state: 'dropped' })]
    expect(factsOf({ appeal: entry({ status: 'execution' }), decisions, letters: [] })).toMatchObject({
      ...{ status: 'execution', letter: null, redirected: null, parts: [] },
    })
  })

  it('tells of the letter in which the extension was made known', () => {
    const decisions = [decision(7, { act: 'extend', state: 'signed' }), decision(8, { act: 'answer', state: 'draft' })]
    const letters = [letter(43, { decisionId: 7, purpose: 'extensionNotice', delivery: 'post' })]
    const facts = factsOf({ appeal: entry({ status: 'execution' }), decisions, letters })
    expect(facts).toMatchObject({ status: 'execution', letter: { number: 'Ш-0043/26', delivery: 'post' } })
  })

  it('tells of the part that was passed on, by the cover letter and not by the notice', () => {
    const decisions = [decision(7, { act: 'redirectPart', state: 'signed', content: says({ bodyId: 4, part: 'ХҚКО' }) })]
    const letters = [
      letter(40, { decisionId: 7, purpose: 'redirectCover' }),
      letter(41, { decisionId: 7, purpose: 'redirectNotice' }),
    ]
    const facts = factsOf({ appeal: entry({ status: 'execution' }), decisions, letters })
    expect(facts.parts).toEqual([
      { body: { kk: 'Корпорация', ru: 'Корпорация' }, letter: { number: 'Ш-0040/26', on: '2026-12-15' } },
    ])
    expect(facts.letter).toBeNull()
  })
})

describe('a closed entry', () => {
  it('tells of the letter to the applicant, with the place where it waits', () => {
    const decisions = [decision(7, { act: 'redirectWhole', state: 'signed', content: says({ bodyId: 9 }) })]
    const letters = [
      letter(40, { decisionId: 7, purpose: 'redirectCover', recipient: 'Оқу-ағарту министрлігі' }),
      letter(41, { decisionId: 7, purpose: 'redirectNotice' }),
    ]
    const facts = factsOf({ appeal: entry({ status: 'redirected' }), decisions, letters })
    expect(facts.letter).toMatchObject({ number: 'Ш-0041/26', place: { kk: '303-кабинет', ru: 'каб. 303' } })
    // A body that is no longer known is told by what stands on the letter.
    expect(facts.redirected?.body).toEqual({ kk: 'Оқу-ағарту министрлігі', ru: 'Оқу-ағарту министрлігі' })
  })

  it('is told by what closed it when it is filed, not by what was decided on the way', () => {
    const decisions = [
      decision(5, { act: 'extend', state: 'signed' }),
      decision(6, { act: 'return', state: 'signed', content: says({ missing: ['address'] }) }),
      decision(7, { act: 'redirectPart', state: 'signed', content: says({ bodyId: 4 }) }),
    ]
    const filed = {
      appeal: entry({ status: 'filed' }),
      decisions,
      letters: [letter(42, { decisionId: 6, purpose: 'returnNotice' })],
    }
    expect(factsOf(filed)).toMatchObject({ status: 'returned', missing: ['address'], letter: { number: 'Ш-0042/26' } })
    expect(factsOf({ ...filed, decisions: [], attachedTo: { number: 'Ж-0100/26' } })).toMatchObject({
      ...{ status: 'attached', attachedTo: 'Ж-0100/26' },
    })
    expect(factsOf({ ...filed, decisions: [] }).status).toBe('filed')
  })

  it('says nothing of the grounds of an extension any more', () => {
    const { term } = entry()
    const extension = { decidedOn: '2026-12-14', decidedBy: 'Т', grounds: 'сұрату', until: '2026-12-28', noticeDue: null }
    const appeal = entry({ term: { ...term, extension } })
    expect(factsOf({ appeal: { ...appeal, status: 'execution' } }).extendedBecause).toBe('сұрату')
    expect(factsOf({ appeal: { ...appeal, status: 'answered' } }).extendedBecause).toBeNull()
  })
})
