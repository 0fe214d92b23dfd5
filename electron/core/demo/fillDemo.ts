import { contract } from '#shared/contract'
import { calendarOf, yearOf, type ClockTime, type IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Work } from '../db/work'
import { lastWorkingDay, notAfterNow, workingDaysAway } from './demoDays'
import { placeSteps, type DemoLife } from './demoLife'
import { placeLetters, type DemoDay, type DemoMaterial } from './demoMaterial'
import { lifeParts, type DemoParts } from './demoParts'
import { memberOf, openDemoOffice, writeAbsences, type DemoStaff } from './demoStaff'
import { doStep } from './liveLetters'
import { registerDemoLetter } from './registerDemoLetter'
import type { LivingLetter } from './scene'
import { Scribe } from './scribe'

/** Working days before today, and the hour, at which the absences are written down: before the first of them begins. */
const ABSENCES_WRITTEN = { ago: 5, time: '09:10' }

/** What is filled in, by whom, and on which day. */
interface Filling {
  parts: DemoParts
  resourcesDir: string
  material: DemoMaterial
  life: DemoLife
  day: DemoDay
  scribe: Scribe
  work: Work
}

/** Something that is done at a local day and time. */
interface Deed {
  on: IsoDate
  time: ClockTime
  run(at: string): Promise<unknown>
}

/** Fills an office that has not been opened yet with invented people and letters and what became of them, dated relative to `now`; an opened office stays as it is. All or nothing. */
export async function fillDemo(parts: DemoParts, resourcesDir: string, workstation: string, now: Date): Promise<void> {
  if (await parts.db.read((view) => parts.settings.state(view))) return
  const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(resourcesDir, 'demo', name), 'utf8')) as T
  const material = await read<DemoMaterial>('demo.json')
  const life = await read<DemoLife>('life.json')
  const day = dayOf(parts, now)
  const hash = await parts.people.hashPassword(material.password)
  await parts.db.write(async (work) => {
    const scribe = new Scribe(work, parts.history, workstation)
    await fill({ parts, resourcesDir, material, life, day, scribe, work }, hash)
  })
  parts.settings.forget()
  parts.structure.forget()
}

function dayOf({ shipped, timeZone }: DemoParts, now: Date): DemoDay {
  const today = localMoment(now.toISOString(), timeZone)
  const { rules, details } = shipped.suggestion
  const { dayStarts, dayEnds } = rules
  const calendar = calendarOf(shipped.calendar, rules.week, shipped.law)
  const answerPlace = { kk: `${details.room.kk}, ${details.address.kk}`, ru: `${details.room.ru}, ${details.address.ru}` }
  return { today: today.date, now: today.time, dayStarts, dayEnds, calendar, answerPlace }
}

async function fill(filling: Filling, hash: string): Promise<void> {
  const { parts, material, day, scribe, work } = filling
  const first = placeLetters(material, day)[0]?.registeredOn ?? day.today
  const opened = day.calendar.workingDayFrom(`${yearOf(first)}-01-01`)
  const at = momentOf(opened, day.dayStarts, parts.timeZone)
  const staff = await openDemoOffice(scribe, parts, material, { at, hash, view: work })
  await writeTexts(filling, staff, at)
  // What happened first is written first: numbers, moments and the chain of the history run upwards together. Sorting leaves equal moments in their order.
  const deeds = [...(await registrations(filling, staff)), absences(filling, staff)]
  deeds.sort((a, b) => (`${a.on} ${a.time}` < `${b.on} ${b.time}` ? -1 : `${a.on} ${a.time}` > `${b.on} ${b.time}` ? 1 : 0))
  for (const { on, time, run } of deeds) await run(momentOf(on, time, parts.timeZone))
}

async function writeTexts({ parts, resourcesDir, life, scribe }: Filling, staff: DemoStaff, at: string): Promise<void> {
  const { desks } = lifeParts(parts, resourcesDir)
  for (const [login, texts] of Object.entries(life.texts)) {
    const who = memberOf(staff, login)
    await scribe.write(contract.routing.saveTexts, who, at, ({ work }) => desks.saveTexts(work, who.id, texts))
  }
}

/** The letters and what becomes of them; each registration stands before its steps. */
async function registrations(filling: Filling, staff: DemoStaff): Promise<Deed[]> {
  const { parts, material, life, day, scribe, work } = filling
  const office = await parts.settings.opened(work)
  const letters = new Map<string, LivingLetter>()
  const arrivals = placeLetters(material, day).map((placed): Deed => {
    const run = async (at: string): Promise<void> => {
      const id = await registerDemoLetter(scribe, parts, placed, { staff, office, at })
      const { number } = await parts.register.entry(work, id)
      letters.set(placed.facts.subject, { id, number })
    }
    return { on: placed.registeredOn, time: placed.registeredAt, run }
  })
  const { calendar } = day
  const scene = { parts: lifeParts(parts, filling.resourcesDir), staff, letters, calendar, anchor: lastWorkingDay(day) }
  const steps = placeSteps(life, day).map(({ letter: subject, step, on, time }): Deed => {
    const run = (at: string): Promise<void> => {
      const letter = letters.get(subject)
      if (!letter) throw new Error(`the demonstration has no letter «${subject}» yet`)
      return doStep(scribe, { ...scene, letter, timeZone: parts.timeZone }, step, at)
    }
    return { on, time, run }
  })
  return [...arrivals, ...steps]
}

function absences({ parts, material, day, scribe }: Filling, staff: DemoStaff): Deed {
  const on = workingDaysAway(lastWorkingDay(day), -ABSENCES_WRITTEN.ago, day.calendar)
  const run = (at: string): Promise<void> => writeAbsences(scribe, parts, material, staff, { at, today: day.today })
  return { on, time: notAfterNow(day, on, ABSENCES_WRITTEN.time), run }
}

/** The UTC moment of a local date and time. */
function momentOf(date: IsoDate, time: ClockTime, timeZone: string): string {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone)
  return new Date(epochMilliseconds).toISOString()
}
