import { FIELD_CODES, HTTP_STATUS, type ErrorCode, type FieldCode, type FieldFault } from '#shared/contract'
import { ORPCError, ValidationError } from '@orpc/server'
import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { storageFault } from '../db/driverErrors'
import { Refusal } from '../errors'

const STORAGE = { full: 'storage.full', read_only: 'storage.read_only', damaged: 'storage.damaged' } as const

/**
 * Turns whatever was thrown into the answer the caller gets: a code with its parameters, never a text. What nobody foresaw becomes `internal` with a reference that also stands in the log; the log names
 * the procedure and the fault, never what was typed.
 */
export function asAnswer(error: unknown, procedure: string, log: Logger): ORPCError<string, unknown> {
  if (error instanceof Refusal) return answer(error.code, { params: error.params, fields: error.fields })
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    return answer('invalid_input', { params: {}, fields: error.cause.issues.map(fieldFault) })
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return answer('invalid_input', { params: {}, fields: [] })
  const fault = storageFault(error)
  if (fault === 'full' || fault === 'read_only' || fault === 'damaged') {
    log.error({ procedure, fault }, 'storage')
    return answer(STORAGE[fault], { params: {} })
  }
  const reference = newReference()
  log.error({ procedure, reference, fault: describeFault(error) }, 'unforeseen')
  return answer('internal', { params: {}, reference })
}

function answer(code: ErrorCode, data: object): ORPCError<string, unknown> {
  return new ORPCError(code, { status: HTTP_STATUS[code], message: code, data })
}

function fieldFault(issue: unknown): FieldFault {
  const {
    message,
    path = [],
    params = {},
  } = issue as { message: string; path?: (PropertyKey | { key: PropertyKey })[]; params?: FieldFault['params'] }
  const code: FieldCode = (FIELD_CODES as readonly string[]).includes(message) ? (message as FieldCode) : 'unknown_value'
  return { path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'), code, params }
}

/** The fault's kind and place, without the values in it: messages of the database driver may quote data. */
function describeFault(error: unknown): { name: string; place: string } {
  if (!(error instanceof Error)) return { name: typeof error, place: '' }
  const place =
    error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 6)
      .join('\n') ?? ''
  return { name: error.name, place }
}

/** Eight letters and digits that can be read aloud without mistaking one for another. */
function newReference(): string {
  const alphabet = '23456789ACDEFHKLMNPRTUVXY'
  const pick = (): string => alphabet[randomInt(alphabet.length)]!
  return `${Array.from({ length: 4 }, pick).join('')}-${Array.from({ length: 4 }, pick).join('')}`
}
