import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Closing } from '#shared/contract'
import { messages } from '#shared/i18n'
import ClosingsScreen from '../../renderer/features/closings/ClosingsScreen.vue'
import { isEndOfDay } from '../../renderer/features/closings/endOfDay'
import EndOfDayHost from '../../renderer/features/closings/EndOfDayHost.vue'
import { computerNow } from '../../renderer/host/time'
import { i18n, useLocale } from '../../renderer/i18n'
import { useChanges } from '../../renderer/stores/changes'
import { useOffice } from '../../renderer/stores/office'
import { useSession } from '../../renderer/stores/session'
import KToasts from '../../renderer/ui/KToasts.vue'
import { at, click, press, PrintingDesk, said, settle } from './support/printingDesk'
import type { StandInBridge } from './support/standInBridge'
import { TermsHost } from './support/termsHost'

/** The story: at the end of the day the clerk closes it and prints the sheet that two people sign; a day that changed since is closed again. */

const bridge = await vi.hoisted(async () => {
  const { StandInBridge } = await import('./support/standInBridge')
  const one = new StandInBridge()
  Object.defineProperty(window, 'kiris', { value: one, configurable: true })
  return one as StandInBridge
})

const FACTS = { day: '2026-12-11', count: 4, first: 'Ж-0616/26', last: 'Ж-0619/26', voids: ['Ж-0610/26'] }
let desk: PrintingDesk
let wrapper: VueWrapper
let closings: Closing[]
let changedSince: boolean

const sheetOf = (day: string, edition: number): Closing => ({
  ...{ ...FACTS, day, id: 20 + edition, edition, eventId: 900, head: 'ab'.repeat(32) },
  ...{ closedAt: '2026-12-11T12:50:00Z', closedBy: 'Қасенова А. Т.' },
})

beforeEach(async () => {
  bridge.renew()
  closings = []
  changedSince = false
  desk = new PrintingDesk(bridge, { may: ['days.close', 'register.read', 'papers.print'] })
  useSession().clockOffset = Date.parse('2026-12-11T12:49:00Z') - computerNow()
  desk.answers = {
    'papers/printed': () => ({}),
    'closings/day': ({ day }) => ({
      now: { ...FACTS, day },
      closings: closings.filter((one) => one.day === day),
      changedSince,
    }),
    'closings/year': () => ({ closings: [...closings].reverse(), unclosed: ['2026-12-09'] }),
    'closings/close': ({ day }) => {
      const edition = closings.filter((one) => one.day === day).length + 1
      closings = [...closings, sheetOf(day as string, edition)]
      changedSince = false
      return closings.at(-1)
    },
  }
  const routes = ['/', '/closing'].map((path) => ({
    path,
    name: path === '/' ? 'journal' : 'closings',
    component: { template: '<p />' },
  }))
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/closing')
  const AppFrame = { template: '<div><slot /><slot name="keys" /></div>' }
  const global = { plugins: [desk.pinia, i18n, router], stubs: { AppFrame, KeySheet: true } }
  wrapper = mount(ClosingsScreen, { global, attachTo: document.body })
  await settle()
})
afterEach(() => {
  wrapper.unmount()
  desk.close()
})

const frame = () => [...document.querySelectorAll('iframe')].at(-1)?.getAttribute('src')?.split('#')[0]
const close = async () => {
  await press('Enter', { ctrlKey: true })
  await settle(400)
}

describe('the day in hand', () => {
  it('is today with its figures; closing it opens its sheet to print', async () => {
    expect(said()).toContain('Бұл күн әлі жабылған жоқ.')
    for (const text of ['Ж-0616/26', 'Ж-0619/26', 'Ж-0610/26']) expect(said()).toContain(text)
    await close()
    expect(desk.inputs('closings/close')).toEqual([{ day: '2026-12-11' }])
    expect(frame()).toBe('/files/closings/21.pdf?languages=both')
    await press('KeyP', { ctrlKey: true })
    expect(desk.inputs('papers/printed')).toEqual([
      { paper: 'closing', entryId: null, title: '11.12.2026, № 1 парақ', copies: 1 },
    ])
  })

  it('once closed is closed again only if something happened since, and the earlier sheet stays', async () => {
    await close()
    await press('Escape')
    expect(said()).toContain('Жабылды: 11.12.2026, 17:50, Қасенова А. Т.')
    expect(at('close')).toBeNull()
    await close()
    expect(desk.inputs('closings/close')).toHaveLength(1)
    changedSince = true
    await press('F5')
    expect(said()).toContain('бұрынғы парақ сақталады')
    await click('close')
    await settle(400)
    expect(frame()).toBe('/files/closings/22.pdf?languages=both')
    await press('Escape')
    expect(document.querySelectorAll('[data-test="sheet"]')).toHaveLength(2)
  })

  it('once closed is not offered to be closed by its key', async () => {
    expect(said()).toContain('күнді жабу')
    await press('Enter', { ctrlKey: true })
    await press('Escape')
    expect(wrapper.findAll('kbd').map((one) => one.text())).not.toContain('Ctrl+Enter')
  })

  it('that is refused stays open, and says so', async () => {
    delete desk.answers['closings/close']
    await close()
    expect(said()).toContain('Күн жабылмады.')
    useLocale().choose('ru')
    await settle()
    expect(said()).not.toContain('Күн жабылмады.')
    expect(said()).toContain(messages.ru.closings.screen.notClosed)
    useLocale().choose('kk')
    expect(at('close')).not.toBeNull()
    expect(frame()).toBeUndefined()
  })

  it('that has not come cannot be closed', async () => {
    await press('ArrowDown', { altKey: true })
    expect(said()).toContain('Бұл күн әлі келген жоқ.')
    await close()
    expect(desk.inputs('closings/close')).toEqual([])
  })
})

it('a day closed in another window is seen at once', async () => {
  expect(said()).toContain('Бұл күн әлі жабылған жоқ.')
  closings = [sheetOf('2026-12-11', 1)]
  for (const hear of useChanges().listeners) hear(new Set(['closing']))
  await settle()
  expect(said()).toContain('Жабылды: 11.12.2026, 17:50, Қасенова А. Т.')
})

it('a working day that nobody closed is one click away', async () => {
  await click('unclosed')
  expect(desk.inputs('closings/day').at(-1)).toEqual({ day: '2026-12-09' })
  await close()
  expect(desk.inputs('closings/close')).toEqual([{ day: '2026-12-09' }])
})

describe('the end of the day', () => {
  const now = (time: string) => ({ date: '2026-12-11', time })
  const day = { isWorking: true, ends: '18:30' }

  it('begins a quarter of an hour before the office closes, on working days, once a day', () => {
    expect(isEndOfDay(now('18:14'), day, null)).toBe(false)
    expect(isEndOfDay(now('18:15'), day, null)).toBe(true)
    expect(isEndOfDay(now('21:00'), day, '2026-12-10')).toBe(true)
    expect(isEndOfDay(now('18:20'), day, '2026-12-11')).toBe(false)
    expect(isEndOfDay(now('18:20'), { ...day, isWorking: false }, null)).toBe(false)
  })

  it('is told with the count where the day has entries and is not closed, and leads to the screen', async () => {
    wrapper.unmount()
    const told = async (moment: string) => {
      useSession().clockOffset = Date.parse(moment) - computerNow()
      useOffice().state = new TermsHost().state() as never
      useSession().$patch({ caller: { id: 1, permissions: ['days.close', 'register.write'], actsFor: [] } as never })
      const routes = [{ path: '/', name: 'journal', component: { template: '<p />' } }]
      routes.push({ path: '/closing', name: 'closings', component: { template: '<p />' } })
      const router = createRouter({ history: createMemoryHistory(), routes })
      await router.push('/')
      const Both = { components: { EndOfDayHost, KToasts }, template: '<div><EndOfDayHost /><KToasts /></div>' }
      wrapper = mount(Both, { global: { plugins: [desk.pinia, i18n, router] }, attachTo: document.body })
      await settle()
      return router
    }
    await told('2026-12-11T09:00:00Z')
    expect(said()).not.toContain('Бүгінгі күн жабылған жоқ')
    wrapper.unmount()
    closings = [sheetOf('2026-12-11', 1)]
    await told('2026-12-11T14:00:00Z')
    expect(said()).not.toContain('Бүгінгі күн жабылған жоқ')
    wrapper.unmount()
    closings = []
    const router = await told('2026-12-11T14:00:00Z')
    expect(said()).toContain('Бүгінгі күн жабылған жоқ. Тіркелгені: 4.')
    ;[...document.querySelectorAll<HTMLElement>('button, a')].find((one) => one.textContent!.includes('Күнді жабу'))!.click()
    await settle()
    expect(router.currentRoute.value.name).toBe('closings')
  })
})
