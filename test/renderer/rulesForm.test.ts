import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TermRule } from '#shared/domain'
import { rulesForm } from '../../renderer/features/settings/forms'
import HoursFields from '../../renderer/features/settings/HoursFields.vue'
import { newVersion, ruleForm, ruleFormFaults } from '../../renderer/features/settings/ruleForm'
import { answerLines, heldBy, standingOf } from '../../renderer/features/settings/ruleVersions'
import { i18n, useLocale } from '../../renderer/i18n'
import { useOffice } from '../../renderer/stores/office'
import { TermsHost } from './support/termsHost'

let pinia: Pinia

beforeEach(async () => {
  vi.stubGlobal('fetch', new TermsHost().fetch)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  useLocale().choose('kk')
  pinia = createPinia()
  setActivePinia(pinia)
  await useOffice().load()
})
afterEach(() => vi.unstubAllGlobals())

const versionsOf = (id: string) => useOffice().terms.filter((rule) => rule.id === id)

describe('versions of a rule', () => {
  const version = (number: number, validFrom: string | null, validTo: string | null) =>
    ({ ...versionsOf('application')[0]!, version: number, validFrom, validTo }) satisfies TermRule
  const held = (versions: TermRule[]) => versions.map((one) => heldBy(one, versions).map(({ from, to }) => [from, to]))

  it('end on the day before the next begins', () => {
    expect(held([version(1, null, null), version(2, '2021-07-01', null)])).toEqual([
      [[null, '2021-06-30']],
      [['2021-07-01', null]],
    ])
  })

  it('hold again after one that was for a while, and not at all where one was put right', () => {
    const [first, brief] = [version(1, null, null), version(2, '2026-12-01', '2026-12-31')]
    expect(held([first, brief])[0]).toEqual([
      [null, '2026-11-30'],
      ['2027-01-01', null],
    ])
    const [wrong, right] = [version(1, '2026-12-01', null), version(2, '2026-12-01', null)]
    expect(standingOf(wrong, [wrong, right], '2026-12-11')).toBe('replaced')
    expect(standingOf(right, [wrong, right], '2026-11-30')).toBe('ahead')
  })

  it('stand in the order of the register, each with the one in force and the day of the next', () => {
    const next = { ...versionsOf('complaint')[1]!, version: 3, validFrom: '2027-01-01', length: 25 }
    const lines = answerLines([...useOffice().terms, next], '2026-12-11')
    expect(lines.slice(0, 5).map(({ id }) => id)).toEqual([
      'service-complaint-provider',
      'service-complaint-state-corporation',
      'service-complaint-quality-body',
      'complaint',
      'application',
    ])
    expect(lines[3]).toMatchObject({ current: { version: 2, length: 20 }, nextFrom: '2027-01-01' })
    expect(lines[3]!.versions.map((one) => one.version)).toEqual([3, 2, 1])
  })
})

describe('a new version', () => {
  it('is prefilled so that unchanged it says the same, but for when it holds', () => {
    for (const rule of useOffice().terms) {
      const { validFrom, validTo, note, ...sent } = newVersion(ruleForm(rule), rule.id)
      expect([validFrom, validTo, note]).toEqual(['', null, ''])
      expect(sent).toEqual({
        ...{ ruleId: rule.id, length: rule.length, unit: rule.unit, basis: rule.basis, extension: rule.extension ?? null },
        countingStart: rule.countingStart ?? 'nextDay',
        ...{ checkpointDays: rule.checkpointDays, checkpoint: rule.checkpoint ?? { kk: '', ru: '' } },
      })
    }
  })

  it('is told of every empty field at once, but of no field that it does not need', () => {
    const form = ruleForm(versionsOf('complaint')[1]!)
    const faults = () => ruleFormFaults(form, false).map(({ path, code }) => `${path} ${code}`)
    expect(faults()).toEqual(['validFrom required'])
    Object.assign(form, {
      validFrom: '31.02.2027',
      validTo: '1999-01-01',
      length: '1000',
      checkpointDays: '3 күн',
      extends: true,
    })
    form.extension.by = []
    expect(faults()).toEqual([
      ...['validFrom not_a_date', 'validTo date_too_early', 'length out_of_range', 'checkpointDays not_a_number'],
      ...['extension.by required', 'extension.grounds.kk required', 'extension.grounds.ru required'],
      ...['extension.basis.kk required', 'extension.basis.ru required'],
    ])
    expect(ruleFormFaults(form, true).map(({ path }) => path)).toEqual(['validFrom', 'validTo', 'length'])
  })
})

describe('the hours', () => {
  it.each([
    [true, true],
    [false, false],
  ])('ask for week and counting start only at the first start (%s)', (withCounting, asks) => {
    const props = { modelValue: rulesForm(useOffice().rules), fault: () => undefined, withCounting }
    const wrapper = mount(HoursFields, { props, global: { plugins: [pinia, i18n] } })
    expect(wrapper.text().includes('Жұмыс аптасы')).toBe(asks)
    expect(wrapper.text().includes('Мерзім санау')).toBe(asks)
    expect(wrapper.text()).toContain('Жұмыс аяқталады')
    wrapper.unmount()
  })
})
