import { deadlineState, registrationDay } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { fiveDays } from './material'

describe('registration day', () => {
  const on = (date: string, time: string) => registrationDay({ date, time }, '18:30', fiveDays)

  it.each([
    ['2026-11-20', '08:15', '2026-11-20', 'sameDay'],
    ['2026-11-20', '18:29', '2026-11-20', 'sameDay'],
    // At the very end of the working day it is the next one's.
    ['2026-11-20', '18:30', '2026-11-23', 'afterHours'],
    ['2026-11-20', '18:31', '2026-11-23', 'afterHours'],
    ['2026-11-20', '23:59', '2026-11-23', 'afterHours'],
    ['2026-11-21', '10:00', '2026-11-23', 'dayOff'],
    ['2026-12-15', '18:45', '2026-12-17', 'afterHours'],
    ['2026-10-25', '12:00', '2026-10-27', 'dayOff'],
    ['2026-12-31', '19:00', '2027-01-05', 'afterHours'],
    // Sunday 5 January 2025 was worked in place of Friday the 3rd.
    ['2025-01-05', '11:00', '2025-01-05', 'sameDay'],
    ['2025-01-03', '11:00', '2025-01-05', 'dayOff'],
    ['2025-01-05', '18:29', '2025-01-05', 'sameDay'],
    ['2025-01-05', '18:30', '2025-01-06', 'afterHours'],
    ['2025-01-05', '18:31', '2025-01-06', 'afterHours'],
    // A day off is the reason, whatever the time of day.
    ['2026-11-21', '19:00', '2026-11-23', 'dayOff'],
  ])('received %s %s is registered on %s (%s)', (date, time, registered, reason) => {
    expect(on(date, time)).toEqual({ date: registered, reason })
  })
})

describe('how near a deadline is', () => {
  const state = (today: string, deadline = '2026-12-21') => deadlineState(deadline, today, fiveDays)

  it.each([
    ['2026-12-11', 'calm', 5],
    ['2026-12-14', 'calm', 4],
    ['2026-12-15', 'soon', 3],
    ['2026-12-16', 'soon', 3],
    ['2026-12-18', 'soon', 1],
    ['2026-12-20', 'soon', 1],
    ['2026-12-21', 'today', 0],
    ['2026-12-22', 'late', 1],
    ['2026-12-28', 'late', 5],
  ])('on %s it is %s by %i working days', (today, expected, days) => {
    expect(state(today)).toEqual({ state: expected, days })
  })

  it('the day after a deadline is late by one day even when it is a day off', () => {
    expect(state('2026-12-19', '2026-12-18')).toEqual({ state: 'late', days: 1 })
  })
})
