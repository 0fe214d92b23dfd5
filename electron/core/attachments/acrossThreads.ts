import { Refusal } from '../errors'

/** A result or an error as plain data: what crosses between threads loses its class and, of the system's errors, what they say beyond their text. */
export type Answer<Result> =
  | { kind: 'done'; result: Result }
  | { kind: 'refused'; refusal: Pick<Refusal, 'code' | 'params'> }
  | { kind: 'failed'; message: string; stack: string; facts: Pick<NodeJS.ErrnoException, (typeof FACTS)[number]> }

/** What an error of the system tells of itself, by which others know it (`isOfTheDisk`, `storageFault`). */
const FACTS = ['code', 'errno', 'syscall', 'path'] as const

/** Runs something and gives what came of it as plain data; never rejects. */
export async function answered<Result>(run: () => Promise<Result>): Promise<Answer<Result>> {
  try {
    return { kind: 'done', result: await run() }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: { code: error.code, params: error.params } }
    const { message, stack = '', ...rest }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
    const facts = Object.fromEntries(FACTS.filter((fact) => rest[fact] !== undefined).map((fact) => [fact, rest[fact]]))
    return { kind: 'failed', message, stack, facts }
  }
}

/** The result of an answer; throws what was thrown: the refusal, or an error with the same facts. */
export function resultOf<Result>(answer: Answer<Result>): Result {
  if (answer.kind === 'done') return answer.result
  if (answer.kind === 'refused') throw new Refusal(answer.refusal.code, answer.refusal.params)
  const { message, stack, facts } = answer
  throw Object.assign(new Error(message), { stack }, facts)
}
