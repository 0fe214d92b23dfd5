import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { AppealFacts, HistoryEvent } from '#shared/contract'
import { useCorrection } from '../../renderer/features/card/correction'
import CorrectionAside from '../../renderer/features/card/CorrectionAside.vue'
import FactsTab from '../../renderer/features/card/FactsTab.vue'
import HistoryTab from '../../renderer/features/card/HistoryTab.vue'
import { mergeFacts } from '../../renderer/features/card/mergeFacts'
import VoidDialog from '../../renderer/features/card/VoidDialog.vue'
import { i18n, useLocale } from '../../renderer/i18n'
import { entry, EntryHost, FACTS } from './support/entryHost'
import { knowOffice } from './support/officeWindow'

let host: EntryHost
const pinia = createPinia()
const shown = { global: { plugins: [pinia, i18n] }, attachTo: document.body }

beforeEach(() => {
  host = new EntryHost()
  vi.stubGlobal('fetch', host.fetch)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  setActivePinia(pinia)
  useLocale().choose('kk')
  knowOffice()
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('two corrections of one entry', () => {
  it('are put together field by field; only where both differ somebody must choose', () => {
    const theirs: AppealFacts = { ...FACTS, phone: '+7 700 000 33 21', email: 'a@example.org', sheets: 3, applicantId: 9 }
    const mine: AppealFacts = { ...FACTS, phone: '+7 700 000 33 15', sheets: 3, subject: 'Тамақтандыру' }
    const merged = mergeFacts(FACTS, theirs, mine)
    expect(merged.clashes.map((one) => one.field)).toEqual(['phone'])
    expect(merged.settled.map((one) => one.field).sort()).toEqual(['email', 'sheets'])
    expect(merged.facts).toEqual({ ...mine, email: 'a@example.org', applicantId: 9 })
  })
})

describe('a correction', () => {
  it('is sent with the version it began from, and says before what changes', async () => {
    const correction = useCorrection(host.kept)
    expect(correction.dirty.value).toBe(false)
    correction.typed.value.sheets = '3'
    correction.reason.value = 'Қайта саналды'
    expect(correction.changes.value).toEqual([{ field: 'sheets', before: 2, after: 3 }])
    const saved = await correction.save()
    expect(host.asked).toMatchObject([{ version: 1, reason: 'Қайта саналды', facts: { sheets: 3 } }])
    expect(saved?.corrections).toBe(1)
  })

  it('that comes too late keeps what was typed, upon the new state, and goes through the second time', async () => {
    const correction = useCorrection(host.kept)
    correction.typed.value.phone = '+7 700 000 33 15'
    correction.typed.value.subject = 'Тамақтандыру'
    correction.reason.value = 'Қате терілген'
    host.kept = entry({ version: 2, facts: { ...FACTS, phone: '+7 700 000 33 21', email: 'a@example.org' } })

    expect(await correction.save()).toBeNull()
    expect(correction.conflict.value).toMatchObject({ who: 'Омарова Д. С.', when: '2026-12-11T06:31:00Z' })
    expect(correction.conflict.value?.clashes).toEqual([
      { field: 'phone', before: '+7 700 000 33 12', theirs: '+7 700 000 33 21', mine: '+7 700 000 33 15' },
    ])
    expect(correction.typed.value).toMatchObject({ phone: '+7 700 000 33 15', subject: 'Тамақтандыру', email: 'a@example.org' })
    expect(correction.reason.value).toBe('Қате терілген')

    correction.settle(correction.conflict.value!.clashes)
    expect(correction.typed.value.phone).toBe('+7 700 000 33 21')
    expect(await correction.save()).not.toBeNull()
    expect(host.asked[1]).toMatchObject({ version: 2, facts: { subject: 'Тамақтандыру', phone: '+7 700 000 33 21', sheets: 2 } })
  })

  it('that is refused keeps everything and names the field', async () => {
    const correction = useCorrection(host.kept)
    correction.typed.value.name = ''
    const faults = [{ path: 'facts.name', code: 'required', params: {} }]
    host.refusal = { code: 'invalid_input', status: 422, data: { fields: faults } }
    expect(await correction.save()).toBeNull()
    expect(correction.fault.value?.fields).toEqual(faults)
    expect(correction.typed.value.name).toBe('')
    expect(correction.saving.value).toBe(false)
  })

  it('is sent once, however often it is pressed', async () => {
    const correction = useCorrection(host.kept)
    correction.typed.value.sheets = '3'
    await Promise.all([correction.save(), correction.save()])
    expect(host.asked).toHaveLength(1)
  })

  it('shows before and after, and the deadline that a corrected kind leads to', async () => {
    const correction = useCorrection(host.kept)
    const aside = mount(CorrectionAside, { ...shown, props: { correction } })
    correction.typed.value.kind = 'application'
    await nextTick()
    expect(aside.find('dl.changes').text()).toContain('арыз')
    expect(aside.find('.moved').text()).toBe('Мерзімі: бұрын 18.12.2026, енді 05.01.2027')
    useLocale().choose('ru')
    await nextTick()
    expect(aside.find('.moved').text()).toBe('Срок: было 18.12.2026, стало 05.01.2027')
    aside.unmount()
  })
})

describe('the card', () => {
  it('masks the IIN until it is asked for', async () => {
    const facts = mount(FactsTab, { ...shown, props: { appeal: host.kept } })
    expect(facts.text()).toContain('8504•••••013')
    expect(facts.text()).not.toContain('850412100013')
    await facts.find('button[aria-pressed]').trigger('click')
    expect(facts.text()).toContain('850412100013')
    facts.unmount()
  })

  it('tells its history in words: who, when, where, from what to what, without the whole IIN', async () => {
    const event = (id: number, action: string, details: HistoryEvent['details']): HistoryEvent => ({
      ...{ id, action, details, at: '2026-12-10T04:44:00Z', actor: 'Қасенова А. Т.', workstation: 'КЕҢСЕ-2', hash: 'b7f1184a' },
    })
    const changes = [
      { field: 'channel', before: 'inPerson', after: 'post' },
      { field: 'identifier', before: '850412100013', after: '' },
    ]
    const deadlines = { deadlineBefore: '2026-12-18', deadlineAfter: '2027-01-05' }
    const tab = mount(HistoryTab, {
      ...shown,
      props: {
        history: [
          event(1, 'appeal.registered', { number: 'Ж-0612/26', deadline: '2026-12-18' }),
          event(2, 'slip.issued', { copy: 2, languages: 'both' }),
          event(3, 'appeal.corrected', { reason: 'Қате', changes, ...deadlines }),
        ],
      },
    })
    const lines = tab.findAll('tbody tr').map((line) => line.text().replace(/\s+/g, ' '))
    expect(lines[2]).toContain('10.12.2026 09:44')
    expect(lines[2]).toContain('Тіркелді')
    expect(lines[2]).toContain('мерзімі 18.12.2026')
    expect(lines[2]).toContain('КЕҢСЕ-2')
    expect(lines[2]).toContain('b7f1 184a')
    expect(lines[1]).toContain('Талонның телнұсқасы берілді')
    expect(lines[0]).toContain('Түсу тәсілі: қолма-қол пошта арқылы')
    expect(lines[0]).toContain('8504•••••013 көрсетілмеген')
    expect(lines[0]).toContain('18.12.2026 05.01.2027')
    expect(lines.join()).not.toContain('850412100013')
    tab.unmount()
  })
})

describe('voiding', () => {
  const dialog = () => document.querySelector('[role="alertdialog"]')!
  const confirm = () => dialog().querySelector<HTMLElement>('.btn.danger')!.click()

  it('needs a reason, and says for ever which one', async () => {
    const voiding = mount(VoidDialog, { ...shown, props: { appeal: host.kept } })
    await nextTick()
    confirm()
    await nextTick()
    expect(host.asked).toHaveLength(0)
    expect(dialog().textContent).toContain('Толтырыңыз.')
    dialog().querySelectorAll<HTMLElement>('[role="radio"]')[0]!.click()
    await nextTick()
    const number = dialog().querySelector('input.inp') as HTMLInputElement
    number.value = 'Ж-0608/26'
    number.dispatchEvent(new Event('input'))
    await nextTick()
    confirm()
    await vi.waitFor(() => expect(voiding.emitted('done')).toHaveLength(1))
    expect(host.asked[0]).toMatchObject({ version: 1, reason: 'Қайталап тіркелген, бірінші жазба', first: 'Ж-0608/26' })
    voiding.unmount()
  })

  it('as registered twice says at the field that there is no such first entry, and that the paper is out', async () => {
    const voiding = mount(VoidDialog, { ...shown, props: { appeal: host.kept, holder: 'Бекенов А. Т.' } })
    await nextTick()
    expect(dialog().textContent).toContain('Қағазы берулі: Бекенов А. Т.')
    dialog().querySelectorAll<HTMLElement>('[role="radio"]')[0]!.click()
    await nextTick()
    const number = dialog().querySelector('input.inp') as HTMLInputElement
    number.value = 'екі рет'
    number.dispatchEvent(new Event('input'))
    await nextTick()
    host.refusal = {
      code: 'invalid_input',
      status: 422,
      data: { fields: [{ path: 'first', code: 'no_such_entry', params: {} }] },
    }
    confirm()
    await vi.waitFor(() => expect(number.getAttribute('aria-invalid')).toBe('true'))
    expect(dialog().textContent).toContain('Бірінші жазбаны тізімнен таңдаңыз.')
    expect(voiding.emitted('done')).toBeUndefined()
    voiding.unmount()
  })

  it('of an entry that was changed meanwhile keeps the reason and asks again', async () => {
    const voiding = mount(VoidDialog, { ...shown, props: { appeal: host.kept } })
    await nextTick()
    dialog().querySelectorAll<HTMLElement>('[role="radio"]')[1]!.click()
    await nextTick()
    host.kept = entry({ version: 2 })
    confirm()
    await vi.waitFor(() => expect(voiding.emitted('stale')).toHaveLength(1))
    expect(dialog().textContent).toContain('Омарова Д. С.')
    await voiding.setProps({ appeal: host.kept })
    confirm()
    await vi.waitFor(() => expect(voiding.emitted('done')).toHaveLength(1))
    voiding.unmount()
  })
})
