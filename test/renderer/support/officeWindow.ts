import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import calendarFile from '../../../resources/data/calendar-kz.json'
import { useLocale } from '../../../renderer/i18n'
import { useOffice } from '../../../renderer/stores/office'
import { RULES } from './entryHost'

/** The office as a window knows it, with the shipped calendar and rules. */
export function knowOffice(details: object = {}): void {
  useOffice().state = {
    ...{ details, version: 1, terms: RULES, services: [] },
    rules: { week: 5, countingStart: 'nextDay' },
    calendar: { days: calendarFile.days, years: [2026, 2027] },
  } as unknown as NonNullable<ReturnType<typeof useOffice>['state']>
}

/** A window before a host, in Kazakh, at 11:00 on Friday 11 December 2026. `timers`: what of the clock stands still until it is moved. */
export function openOfficeWindow(
  host: { fetch: typeof fetch } | null,
  { timers = ['Date'] as ('Date' | 'setTimeout' | 'clearTimeout')[], details = {} } = {},
): void {
  vi.useFakeTimers({ toFake: timers })
  vi.setSystemTime('2026-12-11T06:00:00Z')
  if (host) vi.stubGlobal('fetch', host.fetch)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  setActivePinia(createPinia())
  useLocale().choose('kk')
  knowOffice(details)
}

/** Leaves it as if it had never been. */
export function closeOfficeWindow(shown?: { unmount(): void }): void {
  shown?.unmount()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  document.body.replaceChildren()
}

/** A key by its place; `key` is what another layout would type. */
export function press(code: string, { key = code.replace(/^(Key|Digit)/, ''), ...more }: KeyboardEventInit = {}): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true, ...more }))
}
