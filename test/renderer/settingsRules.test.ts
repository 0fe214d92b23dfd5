import { describe, expect, it } from 'vitest'
import { ROLES_OF, type Role } from '#shared/domain'
import suggestion from '../../resources/data/office.json'
import { rulesFaults } from '../../renderer/features/settings/checks'
import { rulesForm, rulesOf } from '../../renderer/features/settings/forms'
import { mergeForms } from '../../renderer/features/settings/leaves'
import { letterOf, patternFor, sequenceIn } from '../../renderer/features/settings/numberPattern'
import { partKey, partsFor } from '../../renderer/features/settings/parts'

describe('rules of the settings', () => {
  it.each<[Role, string[]]>([
    [
      'administrator',
      [
        'office',
        'numbering',
        'people',
        'structure',
        'services',
        'bodies',
        'cases',
        'templates',
        'terms',
        'account',
        'paperLook',
        'printers',
        'proof',
        'about',
      ],
    ],
    ['clerk', ['structure', 'account', 'printers']],
    ['head', ['structure', 'account', 'paperLook', 'printers']],
    ['deputy', ['account', 'printers']],
    ['executor', ['account', 'printers']],
  ])('show a %s only what the role may change', (role, parts) => {
    expect(partsFor((permission) => ROLES_OF[permission].includes(role))).toEqual(parts)
  })

  it('give ten parts a key, the tenth that of the zero', () => {
    expect([0, 8, 9, 10].map(partKey)).toEqual(['Digit1', 'Digit9', 'Digit0', undefined])
  })

  it('check both patterns and the days of reminding, and send numbers', () => {
    const form = rulesForm(suggestion.rules as Parameters<typeof rulesForm>[0])
    expect(rulesFaults(form)).toEqual([])
    expect(rulesOf({ ...form, remindAhead: ' 5 ' })).toMatchObject({ remindAhead: 5, lockAfter: 10 })
    const faults = rulesFaults({ ...form, outgoingPattern: 'Ш-{yy}', remindAhead: '31' })
    expect(faults.map(({ path, code }) => [path, code])).toEqual([
      ['rules.outgoingPattern', 'pattern_noSequence'],
      ['rules.remindAhead', 'out_of_range'],
    ])
    expect(rulesFaults({ ...form, remindAhead: '' })).toMatchObject([{ path: 'rules.remindAhead', code: 'required' }])
  })

  it('know the book letter of the usual pattern only', () => {
    expect(['Ж-{seq:0000}/{yy}', '{seq:0000}/{yy}', 'Ж-{seq}/{yy}', 'Ж{seq:0000}/{yyyy}'].map(letterOf)).toEqual([
      'Ж',
      '',
      null,
      null,
    ])
    for (const letter of ['Ж', 'ШҚ', '']) expect(letterOf(patternFor(letter))).toBe(letter)
  })

  it('read the running number back from a written one', () => {
    expect(sequenceIn('Ж-0068/26', 'Ж-{seq:0000}/{yy}', 2026)).toBe(68)
    expect(sequenceIn('2026/17-2026', '{yyyy}/17-{seq}', 2026)).toBe(2026)
    expect(sequenceIn('Қ-12/26', 'Ж-{seq:0000}/{yy}', 2026)).toBeNull()
  })

  it('merge two changes field by field', () => {
    const base = { a: '1', b: { c: '1', d: '1' }, roles: ['x'] }
    const mine = { a: 'mine', b: { c: '1', d: 'mine' }, roles: ['x'] }
    const theirs = { a: 'theirs', b: { c: 'theirs', d: '1' }, roles: ['x', 'y'] }
    expect(mergeForms(base, mine, theirs)).toEqual({
      merged: { a: 'mine', b: { c: 'theirs', d: 'mine' }, roles: ['x', 'y'] },
      contested: { a: 'theirs' },
    })
  })
})
