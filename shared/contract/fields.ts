import { z } from 'zod'
import { isClockTime, isIsoDate } from '../domain/dates'
import { firstUnprintable } from '../domain/printable'
import type { FieldCode } from './errors'

/** Blocks of the schemas. A zod message here is always a `FieldCode`; its parameters travel in the issue's `params`. */

/** A zod refinement that fails with a field code and its parameters. */
export function fault(code: FieldCode, params: Record<string, string | number> = {}) {
  return { code: 'custom' as const, message: code, params }
}

// eslint-disable-next-line no-control-regex -- control characters are what is being looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/
// eslint-disable-next-line no-control-regex -- control characters are what is being looked for
const CONTROL_OR_BREAK = /[\u0000-\u001f\u007f]/

interface TextRules {
  required?: boolean
  max?: number
  multiline?: boolean
  /** The text is printed, so every character must exist in the fonts of the paper. */
  printed?: boolean
}

/** A text as typed: trimmed, NFC, without control characters, and within its length; printed texts only with characters that paper can show. */
export function text({ required = false, max = 300, multiline = false, printed = true }: TextRules = {}) {
  return z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .superRefine((value, context) => {
      const control = (multiline ? CONTROL : CONTROL_OR_BREAK).exec(value)
      if (control) return context.addIssue(fault('control_character'))
      if (required && value === '') return context.addIssue(fault('required'))
      if (value.length > max) return context.addIssue(fault('too_long', { max, length: value.length }))
      const strange = printed ? firstUnprintable(value, multiline) : null
      if (strange !== null) context.addIssue(fault('unprintable', { character: strange }))
    })
}

/** A date that exists, `YYYY-MM-DD`, from the year 2000 on. Whether it lies in the future is for the register to say: only it knows the office's day. */
export const date = z.string().superRefine((value, context) => {
  if (value === '') context.addIssue(fault('required'))
  else if (!isIsoDate(value)) context.addIssue(fault('not_a_date'))
  else if (value < '2000-01-01') context.addIssue(fault('date_too_early'))
})

/** A time of day, `HH:MM`. */
export const time = z.string().superRefine((value, context) => {
  if (value === '') context.addIssue(fault('required'))
  else if (!isClockTime(value)) context.addIssue(fault('not_a_time'))
})

/** An e-mail address or nothing. */
export const email = text({ max: 120 }).superRefine((value, context) => {
  if (value !== '' && !z.email().safeParse(value).success) context.addIssue(fault('not_an_email'))
})

/** One of the words of the register. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, { error: (issue) => (issue.input === '' || issue.input === undefined ? 'required' : 'unknown_value') })
}

/** A whole number within bounds. */
export function count(min: number, max: number) {
  return z.number({ error: 'not_a_number' }).superRefine((value, context) => {
    if (!Number.isInteger(value)) context.addIssue(fault('not_a_number'))
    else if (value < min || value > max) context.addIssue(fault('out_of_range', { min, max }))
  })
}

/** Identity of a row. */
export const id = z.number().int().positive()

/** A text in both languages of the office. */
export const bothLanguages = (rules: TextRules = {}) => z.object({ kk: text(rules), ru: text(rules) })

/** Why something is done: kept in the history, never printed. */
export const reason = text({ required: true, max: 500, printed: false }).superRefine((value, context) => {
  if (value !== '' && value.length < 3) context.addIssue(fault('too_short', { min: 3 }))
})
