import { placeSteps, type DemoLife, type DemoStep, type StepOf } from '#core/demo/demoLife'
import { placeLetters } from '#core/demo/demoMaterial'
import { addDays, firstUnprintable, may } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import lifeFile from '../../resources/demo/life.json'
import { demo, fiveDays, office } from './material'

// JSON knows no literal types.
const life = lifeFile as unknown as DemoLife
const { dayStarts, dayEnds, breakStarts, breakEnds } = office.rules
const answerPlace = { kk: '303-кабинет', ru: 'каб. 303' }
const day = (today: string) => ({ today, now: '11:30', dayStarts, dayEnds, calendar: fiveDays, answerPlace })
/** An ordinary Friday, a Sunday, a Monday, 2 January, a day after the holidays of March. */
const DAYS = ['2026-11-20', '2026-11-22', '2026-11-23', '2027-01-02', '2027-03-29']

const steps = life.lives.flatMap((one) => one.steps.map((step) => ({ ...one, step })))
const only = <Kind extends DemoStep['do']>(kind: Kind) =>
  steps.filter(({ step }) => step.do === kind).map(({ step }) => step as StepOf<Kind>)
const byLogin = new Map(demo.people.map((person) => [person.login, person]))
const languageOf = (letter: string) => demo.letters.find(({ facts }) => facts.subject === letter)!.facts.language ?? 'kk'

describe('the lives of the demo letters', () => {
  it('are of letters that are there, each told once, about two thirds of all and more', () => {
    const subjects = demo.letters.map(({ facts }) => facts.subject)
    expect(new Set(subjects).size).toBe(subjects.length)
    const told = life.lives.map(({ letter }) => letter)
    expect(new Set(told).size).toBe(told.length)
    expect(subjects).toEqual(expect.arrayContaining(told))
    expect(told.length).toBeGreaterThanOrEqual((demo.letters.length * 2) / 3)
  })

  it.each(DAYS)('opened on %s go forward from the registration, in working hours, by people who are there', (today) => {
    const registered = new Map(
      placeLetters(demo, day(today)).map((one) => [one.facts.subject, `${one.registeredOn} ${one.registeredAt}`]),
    )
    const last = new Map(registered)
    for (const { letter, step, on, time } of placeSteps(life, day(today))) {
      const moment = `${on} ${time}`
      expect([letter, step.do, last.get(letter)! <= moment, fiveDays.isWorking(on)]).toEqual([letter, step.do, true, true])
      last.set(letter, moment)
      const atWork = (dayStarts <= time && time < breakStarts) || (breakEnds <= time && time <= dayEnds)
      expect([letter, time, atWork]).toEqual([letter, time, true])
      const away = demo.absences.find(
        ({ person, fromDays, toDays }) => person === step.who && addDays(today, fromDays) <= on && on <= addDays(today, toDays),
      )
      expect([letter, step.who, away]).toEqual([letter, step.who, undefined])
    }
  })

  it('show every kind of step', () => {
    const kinds = [
      'send',
      'resolve',
      'enterPaper',
      'assign',
      'recall',
      'replace',
      'accept',
      'mark',
      'report',
      'control',
      'confine',
    ]
    const further = [
      'draft',
      'submit',
      'agree',
      'sendBack',
      'refuse',
      'sign',
      'attach',
      'handOver',
      'giveOut',
      'takeBack',
      'file',
    ]
    expect(new Set(steps.map(({ step }) => step.do))).toEqual(new Set([...kinds, ...further]))
  })

  it('say each thing in words of its own that paper can show', () => {
    const resolutions = [...only('resolve'), ...only('assign'), ...only('enterPaper')].map(({ text }) => text)
    const reports = [...only('mark'), ...only('report')].map(({ text }) => text)
    const drafts = only('draft').flatMap(({ content }) => content.text ?? [])
    const typical = Object.values(life.texts).flat()
    for (const text of [...resolutions, ...reports, ...drafts, ...typical]) {
      expect([text, firstUnprintable(text, true), text.includes('!'), text === text.normalize('NFC').trim()]).toEqual([
        ...[text, null, false, true],
      ])
    }
    expect(new Set(resolutions).size).toBe(resolutions.length)
    expect(new Set(reports).size).toBe(reports.length)
    expect(resolutions.some((text) => !/[әғқңөұүһі]/i.test(text))).toBe(true)
    for (const { text } of [...only('resolve'), ...only('assign')]) expect(text.length).toBeLessThanOrEqual(1000)
  })

  it('answer in the language of the letter, in two to four sentences', () => {
    for (const { letter, steps: told } of life.lives) {
      const answer = told.findLast((step) => step.do === 'draft' && step.act === 'answer') as StepOf<'draft'> | undefined
      if (!answer) continue
      const text = answer.content.text!
      const sentences = text
        .replace(/\p{Lu}\./gu, '')
        .split(/\.(?:\s|$)/)
        .filter((part) => part.trim() !== '')
      expect([letter, sentences.length >= 2 && sentences.length <= 4]).toEqual([letter, true])
      expect([letter, /[әғқңөұүһі]/i.test(text) ? 'kk' : 'ru']).toEqual([letter, languageOf(letter)])
    }
  })

  it('keep typical resolutions of those who write some, nine of the head', () => {
    const head = demo.people.find(({ roles }) => roles.includes('head'))!.login
    expect(life.texts[head]).toHaveLength(9)
    for (const [login, texts] of Object.entries(life.texts)) {
      expect(may(byLogin.get(login)!.roles, 'routing.assign')).toBe(true)
      expect(texts.length).toBeLessThanOrEqual(9)
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(200)
    }
  })
})
