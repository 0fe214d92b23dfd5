import { describe, expect, it } from 'vitest'
import { TEMPLATE_FIELDS } from '#shared/domain'
import { messages } from '#shared/i18n'
import { lineSpan, markOf, putIn } from '../../renderer/features/settings/templateText'

/** The story: the office changes the text of a letter. A field is put where the caret is, and a fault leads to its line. */

function area(text: string, from: number, to = from): HTMLTextAreaElement {
  const field = document.createElement('textarea')
  document.body.append(field)
  field.value = text
  field.setSelectionRange(from, to)
  return field
}

describe('a field', () => {
  it('is put in where the caret is, instead of what is selected', () => {
    const field = area('Құрметті XX,', 9, 11)
    let typed = 0
    field.addEventListener('input', () => typed++)
    putIn(field, 'applicant', false)
    expect(field.value).toBe('Құрметті {{applicant}},')
    expect(field.selectionStart).toBe('Құрметті {{applicant}}'.length)
    expect(typed).toBe(1)
  })

  it('goes around what is selected as a section, and names itself where nothing is', () => {
    const field = area('a мекенжайы b', 2, 11)
    putIn(field, 'higherBodyAddress', true)
    expect(field.value).toBe('a {{#higherBodyAddress}}мекенжайы{{/higherBodyAddress}} b')
    expect(markOf('court', '')).toBe('{{#court}}{{court}}{{/court}}')
  })

  it('has a word in every language', () => {
    for (const texts of Object.values(messages))
      expect(Object.keys(texts.chancery.fields).sort()).toEqual([...TEMPLATE_FIELDS].sort())
  })
})

it('finds a line of a text, and its last one where there are fewer', () => {
  const text = 'бір\n\nүшінші'
  expect(lineSpan(text, 1)).toEqual({ from: 0, to: 3 })
  expect(lineSpan(text, 2)).toEqual({ from: 4, to: 4 })
  expect(text.slice(lineSpan(text, 3).from, lineSpan(text, 3).to)).toBe('үшінші')
  expect(lineSpan(text, 99)).toEqual(lineSpan(text, 3))
  expect(lineSpan(text, 0)).toEqual(lineSpan(text, 1))
})
