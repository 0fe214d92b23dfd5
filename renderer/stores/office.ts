import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { calendarOf, deadlineState, type DeadlineState, type IsoDate, type TermBook } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { api } from '../api/client'
import { AppFault } from '../api/fault'
import { computerNow } from '../host/time'
import { useConnection } from './connection'
import { useSession } from './session'

type OfficeState = Awaited<ReturnType<typeof api.office.state>>

const MINUTE = 60_000

/** What the screens know of the office: particulars, rules, calendar, terms, services, and its clock. Loaded once after sign-in. */
export const useOffice = defineStore('office', () => {
  const session = useSession()
  const state = shallowRef<OfficeState | null>(null)
  const minute = ref(0)
  const ticking = setInterval(() => minute.value++, MINUTE / 4)
  onScopeDispose(() => clearInterval(ticking))

  /** Reads the office anew, e.g. after its settings were changed. Errors: any `AppFault`. */
  async function load(): Promise<void> {
    state.value = await api.office.state()
  }

  /** Resolves when the office is known. */
  async function ready(): Promise<void> {
    while (!state.value) {
      try {
        await load()
      } catch (thrown) {
        if (!(thrown instanceof AppFault && thrown.code === 'host.unreachable')) throw thrown
        await useConnection().untilBack()
      }
    }
  }

  // Screens are shown only after `ready`, so that they need not ask each time whether the office is known.
  const known = computed(() => {
    if (!state.value) throw new Error('the office is not loaded yet')
    return state.value
  })
  const calendar = computed(() => calendarOf(known.value.calendar, known.value.rules.week, known.value.calendar.law))
  /** What terms are counted by, on the screen as in the register. */
  const book = computed<TermBook>(() => {
    const { rules, terms, shortTerms } = known.value
    return {
      calendar: calendar.value,
      rules: terms,
      shortRules: shortTerms,
      dayEnds: rules.dayEnds,
      countingStart: rules.countingStart,
    }
  })

  /** The present moment by the host's clock, UTC ISO-8601. Reactive: moves on by itself every quarter of a minute. */
  function now(): string {
    void minute.value
    return new Date(computerNow() + session.clockOffset).toISOString()
  }

  /** Local date and time in the office, `{ date, time }`. Reactive like `now`. */
  function localNow(): { date: IsoDate; time: string } {
    return localMoment(now(), session.timeZone)
  }

  /** The office's present day. Reactive like `now`. */
  function today(): IsoDate {
    return localNow().date
  }

  /** How near a deadline is today. */
  function nearness(deadline: IsoDate): DeadlineState {
    return deadlineState(deadline, today(), calendar.value)
  }

  return {
    state,
    details: computed(() => known.value.details),
    rules: computed(() => known.value.rules),
    version: computed(() => known.value.version),
    terms: computed(() => known.value.terms),
    services: computed(() => known.value.services),
    calendar,
    /** Years as the office keeps them, and the law other years are drafted from. */
    years: computed(() => known.value.calendar.years),
    law: computed(() => known.value.calendar.law),
    book,
    load,
    ready,
    now,
    localNow,
    today,
    nearness,
  }
})
