import {
  ADDRESSEES,
  APPEAL_LANGUAGES,
  APPLICANT_TYPES,
  CHANNELS,
  CONTESTED,
  DELIVERIES,
  KINDS,
  NOT_STATED,
  RESPONDENTS,
} from '#shared/domain'
import type { RegistrationForm } from './form'

/** What is kept of an unfinished registration. The request's mark goes with it, so that a letter whose answer got lost is not registered twice. */
export interface DraftContent {
  requestId: string
  form: RegistrationForm
}

const WORDS: Partial<Record<keyof RegistrationForm, readonly (string | null)[]>> = {
  kind: [...KINDS, null],
  channel: CHANNELS,
  language: APPEAL_LANGUAGES,
  delivery: DELIVERIES,
  contested: [...CONTESTED, null],
  respondent: RESPONDENTS,
  addressee: ADDRESSEES,
  applicantType: APPLICANT_TYPES,
}
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** A mark for one registration, UUID version 4. By hand, because browsers on an office network over plain HTTP have no `randomUUID`. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The draft as it is sent to be kept: a copy that shares nothing with the form. */
export function contentOf(form: RegistrationForm, requestId: string): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ requestId, form } satisfies DraftContent)) as Record<string, unknown>
}

/**
 * Reads a kept draft, whatever program version wrote it: a field that is missing, of another type or with a word of no list stays as in `fresh`. `null` when it is no draft.
 */
export function draftOf(content: Record<string, unknown>, fresh: RegistrationForm): DraftContent | null {
  const { requestId, form } = content
  if (typeof requestId !== 'string' || !UUID.test(requestId) || !isObject(form)) return null
  const taken = Object.entries(form).filter(([key, value]) => key in fresh && fits(key as keyof RegistrationForm, value, fresh))
  return { requestId, form: { ...fresh, ...Object.fromEntries(taken) } }
}

/** Whether anything was typed: the moment of receipt fills itself in and does not count. */
export function isUntouched(form: RegistrationForm, fresh: RegistrationForm): boolean {
  const { receivedOn: _, receivedAt: __, ...typed } = form
  return Object.entries(typed).every(([key, value]) => JSON.stringify(value) === JSON.stringify(fresh[key as keyof typeof typed]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fits(key: keyof RegistrationForm, value: unknown, fresh: RegistrationForm): boolean {
  const words = WORDS[key]
  if (words) return words.includes(value as string | null)
  if (key === 'applicantId' || key === 'serviceId') return value === null || Number.isInteger(value)
  if (key === 'notStated') return Array.isArray(value) && value.every((one) => (NOT_STATED as readonly unknown[]).includes(one))
  if (key === 'answerPlace') return isObject(value) && typeof value['kk'] === 'string' && typeof value['ru'] === 'string'
  return typeof value === typeof fresh[key]
}
