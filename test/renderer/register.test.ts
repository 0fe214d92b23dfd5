import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import type { AppealFacts } from '#shared/contract'
import { WorkingCalendar, type CalendarDay } from '#shared/domain'
import calendarFile from '../../resources/data/calendar-kz.json'
import { forecast } from '../../renderer/features/registration/letterTerm'
import MainFields from '../../renderer/features/registration/MainFields.vue'
import { newLetter, readSheets, writeSheets } from '../../renderer/features/registration/newLetter'
import { useRegistration } from '../../renderer/features/registration/registration'
import { i18n, useLocale } from '../../renderer/i18n'
import { useOffice } from '../../renderer/stores/office'
import { useSession } from '../../renderer/stores/session'
import { FACTS, RULES } from './support/entryHost'
import { RegistryHost } from './support/registryHost'

type Registration = ReturnType<typeof useRegistration>

const calendar = new WorkingCalendar(calendarFile.days as CalendarDay[])
const rules = {
  week: 5,
  dayStarts: '09:00',
  dayEnds: '18:30',
  breakStarts: '13:00',
  breakEnds: '14:30',
  countingStart: 'nextDay',
} as const
const details = {
  head: 'Тілеубергенов Қ. М.',
  room: { kk: '303-кабинет', ru: 'каб. 303' },
  address: { kk: 'Көкшетау қ.', ru: 'г. Кокшетау' },
}

let host: RegistryHost
const pinia = createPinia()
const screens: VueWrapper[] = []

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-11T06:05:00Z') })
  host = new RegistryHost()
  vi.stubGlobal('fetch', host.fetch)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  setActivePinia(pinia)
  useLocale().choose('kk')
  useSession().clockOffset = 0
  useOffice().state = {
    ...{ details, rules, version: 1, terms: RULES, services: [] },
    calendar: { days: calendarFile.days, years: [2026, 2027] },
  } as unknown as NonNullable<ReturnType<typeof useOffice>['state']>
})
afterEach(async () => {
  for (const screen of screens.splice(0)) screen.unmount()
  // A screen that is left keeps its draft once more.
  await vi.advanceTimersByTimeAsync(10)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A registration as a screen has it. */
function begin(): Registration {
  let registration!: Registration
  const setup = (): (() => null) => {
    registration = useRegistration()
    return () => null
  }
  screens.push(mount(defineComponent({ setup }), { global: { plugins: [pinia, i18n] } }))
  return registration
}

/** Writes into the letter, and lets the pause pass after which a draft is kept. */
async function write(registration: Registration, fields: Partial<AppealFacts>): Promise<void> {
  Object.assign(registration.letter.value, fields)
  await nextTick()
  await vi.advanceTimersByTimeAsync(1000)
}

describe('a draft', () => {
  it('is kept a moment after typing, once for one state, and comes back whole in the next window', async () => {
    const first = begin()
    await vi.advanceTimersByTimeAsync(2000)
    expect(host.asked('drafts/save')).toEqual([])
    await write(first, { name: 'Әбдірахманова Гүлнұр', summary: 'Кезек', notStated: ['address'] })
    first.content.value.sheets = 'abc'
    await nextTick()
    await vi.advanceTimersByTimeAsync(1000)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(host.asked('drafts/save')).toHaveLength(2)
    expect(first.savedAt.value).toBe(host.savedAt)

    const second = begin()
    expect(await second.restore()).toBe(true)
    expect(second.content.value).toEqual(first.content.value)
  })

  it('that could not be kept is said, tried again by itself, and then kept', async () => {
    host.refuseNext('drafts/save', 'storage.full', 507)
    const registration = begin()
    await write(registration, { subject: 'Кезек' })
    expect(registration.draftFailed.value).toBe(true)
    await vi.advanceTimersByTimeAsync(6000)
    expect(registration.draftFailed.value).toBe(false)
    expect(host.draft).toMatchObject({ letter: { subject: 'Кезек' } })
  })

  it('is thrown away by clearing the form', async () => {
    const registration = begin()
    await write(registration, { name: 'Әбдірахманова Гүлнұр' })
    await registration.clear()
    expect(host.draft).toBeNull()
    expect(registration.letter.value).toEqual(newLetter(useOffice().details, useOffice().localNow()))
    expect(await begin().restore()).toBe(false)
  })

  it('of a form that is no longer known is left alone', async () => {
    host.draft = { version: 0, name: 'Әбдірахманова' }
    expect(await begin().restore()).toBe(false)
  })

  it('of an earlier version gets the fields it does not know yet', async () => {
    host.draft = { requestId: crypto.randomUUID(), sheets: '2', letter: { name: 'Әбдірахманова' } }
    const registration = begin()
    expect(await registration.restore()).toBe(true)
    expect(registration.letter.value).toMatchObject({ name: 'Әбдірахманова', people: 1, kind: 'serviceComplaint' })
  })
})

describe('the name of a request', () => {
  it('stays until the letter has its number, so that what is sent twice is registered once; the next letter has another', async () => {
    const registration = begin()
    Object.assign(registration.letter.value, FACTS)
    const { requestId } = registration.content.value
    host.refuseNext('register/register', 'storage.full', 507)
    expect(await registration.register()).toBe(false)
    host.refuseNext('register/register', 'internal', 500, { reference: '7K3M-QRST' })
    expect(await registration.register()).toBe(false)
    expect(registration.failure.value).toContain('7K3M-QRST')
    expect(await registration.register()).toBe(true)
    expect(host.asked('register/register').map((asked) => asked['requestId'])).toEqual([requestId, requestId, requestId])
    registration.next()
    expect(registration.content.value.requestId).not.toBe(requestId)
  })

  it('goes with the draft into another window', async () => {
    const first = begin()
    await write(first, { name: 'Әбдірахманова' })
    const second = begin()
    await second.restore()
    expect(second.content.value.requestId).toBe(first.content.value.requestId)
  })

  it('is sent once, however often the key is pressed', async () => {
    const registration = begin()
    Object.assign(registration.letter.value, FACTS)
    const presses = [registration.register(), registration.register(), registration.register()]
    await flushPromises()
    expect(await Promise.all(presses)).toEqual([true, false, false])
    expect(await registration.register()).toBe(false)
    expect(host.asked('register/register')).toHaveLength(1)
  })
})

describe('a fault', () => {
  const refused = async (...fields: [path: string, code: string, params?: object][]): Promise<Registration> => {
    const registration = begin()
    Object.assign(registration.letter.value, FACTS)
    host.refuseNext('register/register', 'invalid_input', 400, {
      fields: fields.map(([path, code, params = {}]) => ({ path, code, params })),
    })
    expect(await registration.register()).toBe(false)
    return registration
  }

  it('stands at its field, in the order of the form, in the language of the screen', async () => {
    const { faults, failure } = await refused(
      ['facts.summary', 'required'],
      ['facts.answerPlace.ru', 'too_long', { max: 200, length: 201 }],
      ['facts.name', 'unprintable', { character: '🙂' }],
      ['facts.receivedOn', 'date_in_future', { today: '2026-12-11' }],
    )
    expect(Object.entries(faults.value)).toEqual([
      ['receivedOn', 'Болашақтағы уақыт. Қазір 11.12.2026: одан кеш болмауы керек.'],
      ['name', '«🙂» таңбасы қағазға басылмайды. Өшіріңіз немесе сөзбен жазыңыз.'],
      ['summary', 'Толтырыңыз.'],
      ['answerPlace', 'Тым ұзын: 201 таңба, ең көбі 200. Қысқартыңыз.'],
    ])
    expect(failure.value).toBe('')
  })

  it('speaks the language the screen is turned to, at the fields and of the whole', async () => {
    const registration = await refused(['facts.summary', 'required'], ['facts.name', 'unprintable', { character: '🙂' }])
    useLocale().choose('ru')
    expect(registration.faults.value).toEqual({
      name: 'Знак «🙂» на бумаге не печатается. Удалите его или напишите словом.',
      summary: 'Заполните.',
    })
    host.refuseNext('register/register', 'storage.full', 507)
    await registration.register()
    expect(registration.failure.value).toMatch(/^На диске нет места/)
    useLocale().choose('kk')
    expect(registration.failure.value).toMatch(/^Дискіде орын жоқ/)
  })

  it('goes when its field is changed, and only then', async () => {
    const { faults, letter, content } = await refused(
      ['facts.name', 'required'],
      ['facts.sheets', 'not_a_number'],
      ['facts.answerPlace.kk', 'required'],
    )
    letter.value.phone = '+7 700 000 00 00'
    await nextTick()
    expect(Object.keys(faults.value)).toEqual(['name', 'sheets', 'answerPlace'])
    letter.value.name = 'Ә'
    await nextTick()
    expect(Object.keys(faults.value)).toEqual(['sheets', 'answerPlace'])
    content.value.sheets = '3'
    letter.value.answerPlace.kk = '303'
    await nextTick()
    expect(faults.value).toEqual({})
  })

  it('of the whole is one sentence, and goes with the next try', async () => {
    const registration = begin()
    Object.assign(registration.letter.value, FACTS)
    host.refuseNext('register/register', 'storage.full', 507)
    await registration.register()
    expect(registration.failure.value).toMatch(/^Дискіде орын жоқ/)
    await registration.register()
    expect(registration.failure.value).toBe('')
  })
})

describe('what is sent', () => {
  it('has no conduct and no service where the letter is no complaint; the form keeps them', async () => {
    const registration = begin()
    Object.assign(registration.letter.value, FACTS, { kind: 'application', serviceName: 'Балабақша', respondentName: '№ 12' })
    await registration.register()
    const [asked] = host.asked('register/register') as { facts: AppealFacts }[]
    expect(asked!.facts).toMatchObject({ contested: null, respondent: null, respondentName: '', serviceName: '' })
    expect(registration.letter.value).toMatchObject({ contested: 'inaction', respondentName: '№ 12' })
  })

  it.each([
    ['1 + 2', { sheets: 1, annexSheets: 2 }],
    ['1+2', { sheets: 1, annexSheets: 2 }],
    [' 3 ', { sheets: 3, annexSheets: 0 }],
    ['1/2', { sheets: 1, annexSheets: 2 }],
    ['0', { sheets: 0, annexSheets: 0 }],
    ['abc', null],
    ['', null],
    ['-1', null],
    ['1 + ', null],
    ['1.5', null],
    ['12345', null],
  ])('sheets «%s»', async (typed, read) => {
    expect(readSheets(typed)).toEqual(read)
    if (read) expect(readSheets(writeSheets(read))).toEqual(read)
    const registration = begin()
    Object.assign(registration.letter.value, FACTS)
    registration.content.value.sheets = typed
    await registration.register()
    const [asked] = host.asked('register/register') as { facts: AppealFacts }[]
    // NaN travels as `null`, which the register refuses as «not a number».
    expect(asked!.facts).toMatchObject(read ?? { sheets: null })
  })
})

describe('the day of registration', () => {
  const office = { calendar, rules: RULES, shortRules: [], dayEnds: rules.dayEnds, countingStart: rules.countingStart }
  const received = (receivedOn: string, receivedAt: string): AppealFacts => ({ ...FACTS, receivedOn, receivedAt })

  it.each([
    ['2026-12-11', '18:29', '2026-12-11', 'sameDay'],
    ['2026-12-11', '18:45', '2026-12-14', 'afterHours'],
    ['2026-12-12', '11:00', '2026-12-14', 'dayOff'],
  ])('of a letter received on %s at %s is %s (%s)', (date, time, registeredOn, reason) => {
    expect(forecast(received(date, time), office, '2026-12-31')).toMatchObject({ registeredOn, reason })
  })

  it('is not foretold for a day or time that is none', () => {
    expect(forecast(received('31.02.2026', '11:00'), office, '2026-12-31')).toBeNull()
    expect(forecast(received('2026-12-11', '25:00'), office, '2026-12-31')).toBeNull()
  })

  it('is said beside the date where it is not the day of receipt', () => {
    const say = (letter: AppealFacts): string => {
      const screen = mount(MainFields, {
        props: { modelValue: letter, sheets: '1', faults: {}, outlook: forecast(letter, office, '2026-12-31') },
        global: { plugins: [pinia, i18n] },
      })
      screens.push(screen)
      return screen.text()
    }
    expect(say(received('2026-12-11', '18:45'))).toContain('Жұмыс уақытынан кейін түскен: 14.12.2026')
    expect(say(received('2026-12-12', '11:00'))).toContain('Демалыс күні түскен: 14.12.2026')
    expect(say(received('2026-12-11', '11:00'))).not.toContain('14.12.2026')
  })
})

describe('name and address', () => {
  it('have their whole field once filled, and offer «not in the letter» while empty or so marked', () => {
    const offers = (changes: Partial<AppealFacts>): string[] => {
      const screen = mount(MainFields, {
        props: {
          modelValue: { ...newLetter(useOffice().details, useOffice().localNow()), ...changes },
          sheets: '1',
          faults: {},
          outlook: null,
        },
        global: { plugins: [pinia, i18n] },
      })
      screens.push(screen)
      return ['name', 'postalAddress'].filter((field) => screen.find(`[data-field="${field}"] button`).exists())
    }
    expect(offers({})).toEqual(['name', 'postalAddress'])
    expect(offers({ notStated: ['name', 'address'] })).toEqual(['name', 'postalAddress'])
    expect(offers({ name: 'Әбдірахманова Гүлнұр Ерғалиқызы', postalAddress: 'Көкшетау қ., Абай к-сі, 112-үй' })).toEqual([])
  })
})
