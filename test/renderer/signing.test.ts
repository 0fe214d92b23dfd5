import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { PRESS } from '../../renderer/features/signing/settled'
import SigningScreen from '../../renderer/features/signing/SigningScreen.vue'
import { i18n } from '../../renderer/i18n'
import { useSession } from '../../renderer/stores/session'
import { useToasts } from '../../renderer/ui'
import { ChanceryHost, waiting } from './support/chanceryHost'
import { caller } from './support/deskHost'
import { closeOfficeWindow, openOfficeWindow } from './support/officeWindow'

/** The story: the head signs a pile of letters by one key. Each press signs what is seen, and nothing else; what somebody else changed meanwhile is told before it is signed. */

let host: ChanceryHost
let shown: VueWrapper
let router: Router

async function press(code: string, more: KeyboardEventInit = {}): Promise<void> {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...more }))
  await settle()
}
/** Lets what has come up be there long enough to be meant. */
const seen = () => vi.advanceTimersByTimeAsync(PRESS)
/** Draws everything under way. The clock goes by the test, so that a slow machine presses no later than a fast one. */
const settle = async () => {
  for (let turn = 0; turn < 30; turn++) await vi.advanceTimersByTimeAsync(1)
}
const number = () => shown.find('.pane header .no').text()
const told = () => shown.find('.told').text()
const chosen = () => shown.findAll('[role="option"]').map((one) => one.attributes('aria-selected'))
const dialog = () => document.querySelector<HTMLElement>('.k-dialog')

async function write(reason: string): Promise<void> {
  const area = dialog()!.querySelector('textarea')!
  area.value = reason
  area.dispatchEvent(new Event('input'))
  await settle()
}

async function show(): Promise<void> {
  const path = (name: string) => (name === 'card' ? '/letters/:id' : `/${name}`)
  const names = ['journal', 'desk', 'tasks', 'card', 'settings', 'signing', 'outgoing', 'inquiry', 'control']
  const routes = names.map((name) => ({ path: path(name), name, component: { template: '<p />' } }))
  router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/', redirect: '/journal' }] })
  await router.push('/signing')
  shown = mount(SigningScreen, { global: { plugins: [i18n, router] }, attachTo: document.body })
  await settle()
  await seen()
}

beforeEach(() => {
  host = new ChanceryHost()
  host.toSign = [waiting(617), waiting(618, 'redirectWhole'), waiting(619, 'extend')]
  openOfficeWindow(host, {
    timers: ['Date', 'setTimeout', 'clearTimeout'],
    details: { name: { kk: 'Басқарма', ru: 'Управление' } },
  })
  useSession().caller = caller('head')
})
afterEach(() => closeOfficeWindow(shown))

describe('one press', () => {
  it('signs what is seen as it is seen; the next one comes up, and the notice names the numbers', async () => {
    await show()
    expect(number()).toBe('Ж-0617/26')
    await press('F8')
    expect(host.asked('decisions/sign')).toEqual([{ id: 6170, version: 2, entryVersion: 1, signerId: null, signedOn: null }])
    expect(number()).toBe('Ж-0618/26')
    expect(useToasts().toasts.value.at(-1)).toMatchObject({ lead: 'Ж-0617/26', text: 'Қол қойылды. Ш-0041/26' })
    await seen()
    await press('F8')
    await seen()
    await press('F8')
    expect(host.asked('decisions/sign').map(({ id }) => id)).toEqual([6170, 6180, 6190])
    expect(shown.text()).toContain('Қол қоюды күтетін хат жоқ')
  })

  it('pressed twice, or held down, signs one letter', async () => {
    await show()
    await press('F8')
    await press('F8')
    expect(host.asked('decisions/sign').map(({ id }) => id)).toEqual([6170])
    await seen()
    await press('F8', { repeat: true })
    expect(host.asked('decisions/sign')).toHaveLength(1)
  })

  it('tells who changed the draft meanwhile, shows the new one and waits for another press', async () => {
    await show()
    host.refuseNext('decisions/sign', 'conflict.stale', 409, { params: { who: 'Бекенов А. Ж.', when: '2026-12-11T05:58:00Z' } })
    host.toSign = [waiting(617, 'answer', { decisionVersion: 3 }), ...host.toSign.slice(1)]
    await press('F8')
    expect(told()).toContain('Бекенов А. Ж. өзгертті (11.12.2026, 10:58)')
    expect(number()).toBe('Ж-0617/26')
    await press('F8')
    expect(host.asked('decisions/sign').at(-1)).toMatchObject({ id: 6170, version: 3 })
  })

  it('tells what the draft lacks and leaves it where it is', async () => {
    await show()
    const fields = [{ path: 'content.character', code: 'required', params: {} }]
    host.refuseNext('decisions/sign', 'invalid_input', 422, { fields })
    await press('F8')
    expect(told()).toContain('Жоба толық емес: жауап сипаты.')
    expect(number()).toBe('Ж-0617/26')
  })

  it('tells that somebody else has signed it, and goes on to the next', async () => {
    await show()
    host.refuseNext('decisions/sign', 'decisions.over', 409)
    host.toSign = host.toSign.slice(1)
    await press('F8')
    expect(told()).toContain('Ж-0617/26: бұл жоба енді қол қоюда емес.')
    expect(number()).toBe('Ж-0618/26')
  })
})

describe('sending back and refusing', () => {
  it('asks for a reason, and sends nothing without it', async () => {
    await show()
    await press('F4')
    await press('Enter', { ctrlKey: true })
    expect(host.asked('decisions/sendBack')).toEqual([])
    await write('Заң бабын көрсетіңіз')
    await press('Enter', { ctrlKey: true })
    expect(host.asked('decisions/sendBack')).toEqual([{ id: 6170, version: 2, reason: 'Заң бабын көрсетіңіз' }])
    expect(dialog()).toBeNull()
    expect(number()).toBe('Ж-0618/26')
  })

  it('keeps the reason when it is refused, and says why', async () => {
    await show()
    await press('F4')
    await write('жо')
    const fields = [{ path: 'reason', code: 'too_short', params: { min: 3 } }]
    host.refuseNext('decisions/sendBack', 'invalid_input', 422, { fields })
    await press('Enter', { ctrlKey: true })
    expect(dialog()!.textContent).toContain('Кемінде 3 таңба')
    expect(dialog()!.querySelector('textarea')!.value).toBe('жо')
  })

  it('refuses an extension, and only that', async () => {
    await show()
    await press('F6')
    expect(dialog()).toBeNull()
    await press('End')
    expect(number()).toBe('Ж-0619/26')
    await press('F6')
    await write('Негіз жоқ')
    await press('Enter', { ctrlKey: true })
    expect(host.asked('decisions/refuse')).toEqual([{ id: 6190, version: 2, reason: 'Негіз жоқ' }])
  })
})

describe('what is seen', () => {
  it('puts what is not in order first, with dates as people write them, and who objected', async () => {
    const person = { id: 3, name: 'Литвиненко О. П.', position: { kk: 'заңгер', ru: 'юрист' } }
    host.agreements = [{ person, verdict: 'objected', remark: 'Бап дұрыс емес', at: '2026-12-11T05:30:00Z', outdated: true }]
    await show()
    const points = shown.findAll('.checks li').map((one) => one.text())
    expect(points[0]).toContain('Мерзімі өтіп кетті: 10.12.2026')
    expect(points[1]).toContain('Жауап жіберілетін мекенжай бар')
    expect(shown.find('.agreements').text()).toContain('Литвиненко О. П.')
    expect(shown.find('.agreements').text()).toContain('мәтін кейін өзгертілген')
  })

  it('turns from the cover letter to the notice, and begins anew with the next decision', async () => {
    await show()
    await press('ArrowDown')
    await seen()
    const frame = () => shown.find('iframe').attributes('src')
    expect(frame()).toContain('/files/letters/draft/6180/redirectCover.pdf')
    await press('Space')
    expect(frame()).toContain('/files/letters/draft/6180/redirectNotice.pdf')
    await press('KeyJ')
    await seen()
    await press('KeyK')
    await seen()
    expect(frame()).toContain('redirectCover.pdf')
    expect(chosen()).toEqual(['false', 'true', 'false'])
  })

  it('opens the card on its letters', async () => {
    await show()
    await press('Enter')
    expect(router.currentRoute.value).toMatchObject({ name: 'card', params: { id: '617' }, query: { tab: 'decisions' } })
  })
})
