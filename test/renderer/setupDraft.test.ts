import { beforeEach, describe, expect, it } from 'vitest'
import suggestion from '../../resources/data/office.json'
import { stepOf } from '../../renderer/features/setup/opening'
import { freshDraft, keepDraft, restoreDraft } from '../../renderer/features/setup/setupDraft'

const whole = () => freshDraft(structuredClone(suggestion) as Parameters<typeof freshDraft>[0])

beforeEach(() => localStorage.clear())

describe('a fault', () => {
  it('belongs to the step on which its field stands', () => {
    expect(['administrator.position.kk', 'rules.week', 'details.head'].map(stepOf)).toEqual(['person', 'numbering', 'office'])
  })
})

describe('what was typed', () => {
  it('is there again after the window was closed', () => {
    const draft = { ...whole(), step: 'numbering' as const, alsoClerk: false }
    draft.rules.dayEnds = '17:'
    keepDraft(draft)
    expect(restoreDraft(whole())).toEqual(draft)
  })

  it.each(['', 'nothing', '[]', '7', '{"step":"other","details":3,"rules":{"week":"5"},"password":"x"}'])(
    'never breaks the start: %s',
    (kept) => {
      localStorage.setItem('kiris.setup', kept)
      expect(restoreDraft(whole())).toEqual(whole())
    },
  )
})
