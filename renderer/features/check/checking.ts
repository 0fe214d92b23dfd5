import { onScopeDispose, ref, shallowRef } from 'vue'
import { codeKind, decodeEntry, yearOf } from '#shared/domain'
import { api } from '../../api/client'
import { toFault } from '../../api/fault'
import { useOffice } from '../../stores/office'
import { digitsMeant, findSticker, numberMeant, type FoundEntry } from './scanned'

export type CheckedSlip = Awaited<ReturnType<typeof api.proof.check>>
export type CheckedSheet = Awaited<ReturnType<typeof api.closings.check>>

/** What came of a check: of a slip's code (`slipLong`: it is as long as one, whatever it says), of a closing sheet, of three words on the telephone (`answer` is `null` where there is no such number), of a sticker that names nothing. */
export type CheckResult =
  | { kind: 'slip'; answer: CheckedSlip; slipLong: boolean }
  | { kind: 'sheet'; answer: CheckedSheet }
  | { kind: 'words'; number: string; answer: { genuine: boolean; copy: number | null; id: number } | null }
  | { kind: 'sticker'; found: FoundEntry | null }

/** One check at a time; what is asked last counts. What was asked stays in its field whatever comes of it. */
export function useChecking() {
  const office = useOffice()
  const result = shallowRef<CheckResult | null>(null)
  const fault = shallowRef<unknown>(null)
  const busy = ref(false)
  let generation = 0

  async function run(ask: () => Promise<CheckResult>): Promise<CheckResult | null> {
    const mine = ++generation
    busy.value = true
    fault.value = null
    try {
      const answer = await ask()
      if (mine !== generation) return null
      return (result.value = answer)
    } catch (thrown) {
      if (mine === generation) {
        result.value = null
        fault.value = thrown
      }
      return null
    } finally {
      if (mine === generation) busy.value = false
    }
  }

  /** Checks a code, of whichever paper it is; digits count, whatever stands between them. */
  const checkCode = (typed: string): Promise<CheckResult | null> => run(() => askCode(digitsMeant(typed)))

  /** Checks three words read out over the telephone; of the number, its place in this year's journal is enough. */
  function checkWords(typed: string, words: string): Promise<CheckResult | null> {
    return run(async () => {
      const number = await numberMeant(typed, yearOf(office.today()))
      return { kind: 'words', number, answer: await askWords(number, words) }
    })
  }

  /** Checks a closing sheet by its day and the beginning of its hash. */
  function checkSheet(day: string, head: string): Promise<CheckResult | null> {
    return run(async () => ({ kind: 'sheet', answer: await api.closings.check({ day, head }) }))
  }

  /** Puts the result away; an answer still under way no longer counts. */
  function clear(): void {
    generation++
    result.value = fault.value = null
    busy.value = false
  }
  onScopeDispose(clear)

  return { result, fault, busy, checkCode, checkWords, checkSheet, clear }
}

/** Digits of the shortest and the longest slip's code: a signature of 64 bytes, a digest of 16, and what a slip states. A closing sheet's code has half of that. */
const SLIP_DIGITS = { from: 220, to: 500 }

async function askCode(code: string): Promise<CheckResult> {
  const sticker = decodeEntry(code)
  if (sticker) return { kind: 'sticker', found: await findSticker(sticker) }
  const count = code.replace(/\D/g, '').length
  const slipLong = count >= SLIP_DIGITS.from && count <= SLIP_DIGITS.to
  if (!slipLong && codeKind(code) === 'closing') return { kind: 'sheet', answer: await api.closings.check({ code }) }
  return { kind: 'slip', answer: await api.proof.check({ code }), slipLong }
}

async function askWords(number: string, words: string): Promise<Extract<CheckResult, { kind: 'words' }>['answer']> {
  try {
    return await api.proof.words({ number, words })
  } catch (thrown) {
    if (toFault(thrown).code === 'not_found') return null
    throw thrown
  }
}
