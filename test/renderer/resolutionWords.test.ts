import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { HistoryEvent } from '#shared/contract'
import { AppFault } from '../../renderer/api/fault'
import { useEventWords } from '../../renderer/features/card/eventWords'
import { useFaultText } from '../../renderer/faultText'
import { i18n, useLocale } from '../../renderer/i18n'

/** What a composable gives inside a component. */
function inSetup<T>(use: () => T): T {
  let given: T | undefined
  const setup = () => {
    given = use()
    return () => null
  }
  mount({ setup }, { global: { plugins: [i18n] } }).unmount()
  return given!
}

beforeEach(() => {
  setActivePinia(createPinia())
  useLocale().choose('kk')
})

describe('words of resolutions', () => {
  it('tell what became of an entry, control on and off alike', () => {
    const { tell } = inSetup(useEventWords)
    const event = (action: string, details: HistoryEvent['details']): HistoryEvent => ({
      ...{ id: 1, action, details, at: '2026-12-10T04:44:00Z', actor: 'Т', workstation: 'К', hash: 'b7' },
    })
    expect(tell(event('appeal.control', { control: true, controller: 'Тен В. Р.' }))).toMatchObject({
      ...{ title: 'Бақылауға алынды', details: 'Бақылаушы: Тен В. Р.' },
    })
    expect(tell(event('appeal.control', { control: false, controller: '' }))).toMatchObject({
      ...{ title: 'Бақылаудан алынды', details: '' },
    })
    const issued = { executors: 'Тен В. Р.', text: 'Қараңыз.', due: '2026-12-18' }
    expect(tell(event('resolution.issued', issued)).details).toBe('Тен В. Р.: «Қараңыз.», мерзімі 18.12.2026')
  })

  it('name the state in which an act is not possible', () => {
    const { faultText } = inSetup(useFaultText)
    expect(faultText(new AppFault('life.not_possible', { number: 'Ж-0612/26', status: 'answered' }))).toContain('жауап берілді')
  })
})
