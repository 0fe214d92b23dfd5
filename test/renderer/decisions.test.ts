import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDecision, permissionsOf, type DecisionContent, type Role, type Status } from '#shared/domain'
import { draftPapers, inOrder, keyOf, letterPaper, type Chosen } from '../../renderer/features/decisions/decisionActs'
import { newDecisions, offersOf } from '../../renderer/features/decisions/decisionOffers'
import { entryOffers } from '../../renderer/features/decisions/entryOffers'
import { untilFault } from '../../renderer/features/decisions/extension'
import { hasClash, mergeContent } from '../../renderer/features/decisions/mergeContent'
import { mergeTexts, writeMerged } from '../../renderer/features/decisions/mergeTexts'
import { fileOf } from '../../renderer/features/decisions/paperFiles'
import { AUTHOR, decision, outgoing } from './support/draftHost'
import { entry } from './support/entryHost'

const text = fc
  .array(fc.constantFrom('Құрметті', 'бірінші', 'екінші', 'үшінші', ''), { maxLength: 8 })
  .map((lines) => lines.join('\n'))
const write = (content: Partial<DecisionContent>): DecisionContent => ({ ...emptyDecision('kk'), ...content })

describe('two texts from one', () => {
  it('take from each what only he or she changed', () => {
    const before = 'бір\nекі\nүш\nтөрт'
    const pieces = mergeTexts(before, 'бір, басшы\nекі\nүш\nтөрт', 'бір\nекі\nүш\nтөрт\nбес')
    expect(pieces.every(({ clash }) => !clash)).toBe(true)
    expect(writeMerged(pieces, {})).toBe('бір, басшы\nекі\nүш\nтөрт\nбес')
    expect(writeMerged(mergeTexts(before, 'бір\nтөрт', 'бір\nекі\nүш\nтөрт!'), {})).not.toContain('үш\nтөрт\n')
  })

  it('keep both passages where both changed the same one, until somebody chooses', () => {
    const pieces = mergeTexts('бір\nекі\nүш', 'бір\nекі А\nүш', 'бір\nекі Б\nүш')
    expect(pieces.filter(({ clash }) => clash)).toEqual([{ clash: true, theirs: ['екі А'], mine: ['екі Б'] }])
    expect(writeMerged(pieces, {})).toBe('бір\nекі А\nекі Б\nүш')
    expect(writeMerged(pieces, { 1: 'theirs' })).toBe('бір\nекі А\nүш')
    expect(writeMerged(pieces, { 1: 'mine' })).toBe('бір\nекі Б\nүш')
  })

  it('give back what one wrote where the other wrote nothing, whatever was written', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(writeMerged(mergeTexts(before, before, after), {})).toBe(after)
        expect(writeMerged(mergeTexts(before, after, before), {})).toBe(after)
        expect(writeMerged(mergeTexts(before, after, after), {})).toBe(after)
      }),
    )
  })

  it('lose no line that anybody added, and can become either text where everything clashes', () => {
    fc.assert(
      fc.property(text, text, text, (before, theirs, mine) => {
        const pieces = mergeTexts(before, `${theirs}\nбасшы жазған`, `${mine}\nкеңсе жазған`)
        const merged = writeMerged(pieces, {}).split('\n')
        expect(merged).toContain('басшы жазған')
        expect(merged).toContain('кеңсе жазған')
      }),
    )
  })
})

describe('two drafts from one', () => {
  it('clash only in the fields both changed differently', () => {
    const before = write({ text: 'мәтін', character: null, missing: ['name'] })
    const theirs = write({ text: 'мәтін', character: 'refused', missing: ['name', 'address'], remedy: false })
    const mine = write({ text: 'мәтін, түзетілді', character: 'satisfied', missing: ['name', 'address'] })
    const merged = mergeContent(before, theirs, mine)
    expect(merged.clashes).toEqual([{ field: 'character', theirs: 'refused', mine: 'satisfied' }])
    expect(merged.content).toEqual({ ...mine, remedy: false })
    expect(hasClash(merged)).toBe(true)
    expect(hasClash(mergeContent(before, theirs, before))).toBe(false)
  })
})

describe('what is offered about decisions', () => {
  const may = (role: Role) => (permission: string) => permissionsOf([role]).some((one) => one === permission)
  const offered = (role: Role, chosen: Chosen | null, status: Status = 'execution', id = 1) =>
    offersOf({ appeal: entry({ status }), chosen, may: may(role), isMine: (one) => one === id }).map(({ act }) => act)

  it('depends on the role, the state of the draft and of the entry, and on whose draft it is', () => {
    const draft = { decision: decision(1) }
    const laid = { decision: decision(1, 'extend', { state: 'submitted' }) }
    expect(offered('executor', draft, 'execution', AUTHOR.id)).toEqual(['edit', 'submit', 'look', 'docx', 'drop'])
    expect(offered('departmentHead', draft)).toEqual(['edit', 'submit', 'agree', 'object', 'look', 'docx', 'drop'])
    expect(offered('head', laid)).toEqual(['edit', 'sign', 'agree', 'object', 'sendBack', 'refuse', 'look', 'docx', 'drop'])
    expect(offered('head', { decision: decision(1, 'answer', { state: 'submitted' }) })).not.toContain('refuse')
    expect(offered('head', draft, 'answered')).toEqual(['look', 'docx', 'drop'])
    expect(offered('head', { decision: decision(1, 'answer', { state: 'signed' }) }, 'answered')).toEqual([])
    expect(offered('administrator', draft)).toEqual([])
    expect(offered('head', null)).toEqual([])
  })

  it('lets only a clerk note how a letter was handed over, and once', () => {
    const waits = { letter: outgoing(1, 1) }
    const handed = { on: '2026-12-11', how: 'inPerson', to: 'Қасымов Е. Ә.', tracking: '', by: 'Қасенова А. Т.' } as const
    expect(offered('clerk', waits, 'answered')).toEqual(['handOver', 'look', 'docx'])
    expect(offered('head', waits, 'answered')).toEqual(['look', 'docx'])
    expect(offered('clerk', { letter: outgoing(1, 1, { handed }) }, 'filed')).toEqual(['look', 'docx'])
  })

  it('gives every act of the card a key of its own', () => {
    const begins = newDecisions({ appeal: entry(), may: () => true }, [], true)
    const every = ['draft', 'submitted'] as const
    const keys = every.flatMap((state) =>
      offersOf({ appeal: entry(), chosen: { decision: decision(1, 'extend', { state }) }, may: () => true, isMine: () => false }),
    )
    const card = [
      'KeyJ',
      'KeyK',
      'Digit1',
      'Digit2',
      'Digit3',
      'Digit4',
      'Digit5',
      'F2',
      'F5',
      'Alt+KeyA',
      'Alt+KeyT',
      'Alt+KeyR',
    ]
    // Keys of the frame round every screen.
    const frame = [...'BPJKGOQMLN'].map((letter) => `Alt+Key${letter}`)
    const taken = [...begins, ...keys.filter((one, at) => keys.findIndex(({ act }) => act === one.act) === at)].map(
      (one) => one.keys,
    )
    const entryKeys = entryOffers(entry({ status: 'answered' }), false, () => true).map((one) => one.keys)
    const all = [...taken, ...entryKeys, ...card, ...frame]
    expect(new Set(all).size).toBe(all.length)
  })

  it('begins nothing twice, nothing the law forbids and nothing on a closed entry', () => {
    const acts = (found: ReturnType<typeof newDecisions>) => found.map(({ act }) => act)
    const asked = { appeal: entry(), may: may('clerk') }
    expect(acts(newDecisions(asked, [], true))).toEqual(
      'answer extend redirectWhole redirectPart return withdraw leave'.split(' '),
    )
    expect(acts(newDecisions(asked, [decision(1), decision(2, 'return', { state: 'dropped' })], false))).toEqual(
      'redirectWhole redirectPart return withdraw leave'.split(' '),
    )
    expect(newDecisions({ ...asked, appeal: entry({ status: 'answered' }) }, [], true)).toEqual([])
    expect(newDecisions({ ...asked, may: may('administrator') }, [], true)).toEqual([])
  })

  it('files what is closed, attaches what is open, and knows where the paper is', () => {
    const acts = (status: Status, out: boolean, role: Role) =>
      entryOffers(entry({ status }), out, may(role)).map(({ act }) => act)
    expect(acts('answered', false, 'clerk')).toEqual(['file', 'giveOut', 'confine'])
    expect(acts('execution', true, 'clerk')).toEqual(['takeBack', 'confine'])
    expect(acts('execution', true, 'head')).toEqual(['attach'])
    expect(acts('filed', false, 'clerk')).toEqual(['giveOut'])
    expect(acts('execution', false, 'executor')).toEqual([])
    expect(entryOffers(entry({ status: 'void' }), false, () => true)).toEqual([])
    // The paper of a void entry may still be with somebody, and comes back.
    expect(acts('void', true, 'clerk')).toEqual(['takeBack'])
  })
})

describe('the list of decisions and letters', () => {
  it('puts under each decision the letters that left with it', () => {
    const list = inOrder([decision(1, 'extend'), decision(2)], [outgoing(7, 2), outgoing(8, 1)])
    expect(list.map(keyOf)).toEqual(['d1', 'l8', 'd2', 'l7'])
  })

  it('knows the file of a draft by its version, so that no old page is shown', () => {
    const [cover, notice] = draftPapers(decision(4, 'redirectWhole', { version: 3 }))
    expect(fileOf(cover!, 'pdf')).toBe('/files/letters/draft/4/redirectCover.pdf?v=3')
    expect(notice!.purpose).toBe('redirectNotice')
    expect(fileOf(letterPaper(outgoing(7, 2)), 'docx')).toBe('/files/letters/7.docx')
  })
})

describe('the last day of an extension', () => {
  it('is refused at once when the law does not allow it', () => {
    const limits = { min: '2026-12-18', max: '2026-12-31' }
    expect(untilFault('2026-12-17', limits)).toMatchObject({ code: 'date_too_soon' })
    expect(untilFault('2027-01-01', limits)).toEqual({ code: 'date_too_late', params: { max: '2026-12-31' } })
    expect(untilFault('2026-12-31', limits)).toBeNull()
    expect(untilFault('2030-01-01', { ...limits, max: null })).toBeNull()
    expect(untilFault('31.12', limits)).toBeNull()
  })
})
