import { contract, type ProcedureMeta } from '#shared/contract'
import { appealFacts } from '#shared/contract/appeal.schema'
import { LOCALES, translatorFor } from '#shared/i18n'
import { describe, expect, it } from 'vitest'

type Procedures = Record<string, Record<string, { '~orpc': { meta: ProcedureMeta } }>>
const procedures = Object.values(contract as unknown as Procedures).flatMap((area) => Object.values(area))
const actions = procedures.map((procedure) => procedure['~orpc'].meta.audit).filter((audit) => audit !== null)

/** What a write tells the history, with values that a reader would recognise in the text. */
const DETAILS = {
  'appeal.registered': { number: 'Ж-0619/26', deadline: '21.12.2026' },
  'appeal.corrected': { reason: 'телефон қате жазылған' },
  'appeal.voided': { reason: 'екі рет тіркелген' },
  'slip.issued': { copy: 2, languages: 'қазақша' },
}

describe.each(LOCALES)('the history in %s', (locale) => {
  const t = translatorFor(locale)

  it('has a text of its own for every action that leaves an event', () => {
    expect(actions.length).toBeGreaterThan(10)
    const titles = [...new Set(actions)].map((action) => t(`events.${action}.title`))
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('has a name for every fact that can be corrected, each a different one', () => {
    const names = Object.keys(appealFacts.shape).map((field) => t(`events.fields.${field}`))
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(Object.entries(DETAILS))('tells of %s what happened', (action, details) => {
    const text = t(`events.${action}.details`, details)
    for (const value of Object.values(details)) expect(text).toContain(String(value))
  })
})
