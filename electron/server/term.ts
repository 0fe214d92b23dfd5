import { OfficeError } from '#core/db/officeErrors'
import { keptBook, shippedBook } from '#core/termBook'
import type { TermBook } from '#shared/domain'
import { localeOfSystem, translatorFor } from '#shared/i18n'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answerTerm } from './termAnswer'
import { ADDRESSEE_WORDS, BadRequest, KIND_WORDS, readRequest, type TermRequest } from './termRequest'

/** The calculator without a window (`npm run --silent term`): one question by arguments, or one a line as JSON. Answers go to standard output, faults to standard error with exit code 2. */
const resourcesDir = join(dirname(fileURLToPath(import.meta.url)), '../../resources')
const say = translatorFor(localeOfSystem(process.env))

await main().catch((error: unknown) => {
  console.error(faultText(error))
  process.exitCode = 2
})

async function main(): Promise<void> {
  const { values } = readArguments()
  if (values.help) {
    return console.log(say('host.term.help', { kinds: KIND_WORDS.join(', '), addressees: ADDRESSEE_WORDS.join(', ') }))
  }
  const book = values.data === undefined ? await shippedBook(resourcesDir) : await keptBook(values.data, resourcesDir)
  if (values.stdin) return answerLines(book)
  console.log(JSON.stringify(answerTerm(readRequest(values), book), null, 2))
}

function readArguments() {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const options = { kind: text, received: text, addressee: text, given: text, data: text, stdin: flag, help: flag }
  try {
    return parseArgs({ options, strict: true })
  } catch (error) {
    const argument = error instanceof Error ? (/'(--?[^' ]+)/.exec(error.message)?.[1] ?? '') : ''
    throw new Error(say('host.badArgument', { argument }), { cause: error })
  }
}

/** One JSON line for each line asked, in the same order; a question that cannot be answered gets `{ error }` in its place. */
async function answerLines(book: TermBook): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const answer = `${JSON.stringify(answerLine(line.replace(/^\uFEFF/, ''), book))}\n`
    // A reader slower than we are must not fill the memory.
    if (!process.stdout.write(answer)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}

function answerLine(line: string, book: TermBook): object {
  try {
    return answerTerm(readRequest(parsed(line)), book)
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error
    return { error: { code: error.code, message: faultText(error) } }
  }
}

function parsed(line: string): TermRequest {
  const bad = new BadRequest('bad_request', { example: '{"kind":"service-complaint","received":"2026-11-24T10:15"}' })
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw bad
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad
  return value
}

function faultText(error: unknown): string {
  if (error instanceof BadRequest) return say(`host.term.${error.code}`, error.params)
  if (error instanceof OfficeError) {
    return `${say(`errors.office.${error.code}.title`)}\n${say(`errors.office.${error.code}.text`, error.params)}`
  }
  return error instanceof Error ? error.message : String(error)
}
