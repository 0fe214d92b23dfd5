import { callerOf } from '../call'
import { reading, writingAround, type Procedures } from '../http/pipeline'
import type { Proof } from './proof.service'

/** Slips that prove themselves, and the keys that sign them. The checker page is served by `/files`. */
export function proofHandlers({ proof: contract }: Procedures, proof: Proof) {
  return contract.router({
    check: contract.check.handler(reading((call, { code }) => proof.check(call.view, callerOf(call), code))),
    words: contract.words.handler(reading((call, asked) => proof.checkWords(call.view, callerOf(call), asked))),
    keys: contract.keys.handler(reading((call) => proof.keys(call.view))),
    replaceKey: contract.replaceKey.handler(
      writingAround(
        {
          prepare: () => proof.makeKey(),
          finish: (_, { keys }: Awaited<ReturnType<Proof['replace']>>, made) => proof.adopt(made, keys[0]!.id),
        },
        (call, _: unknown, made) => proof.replace(call, made),
      ),
    ),
  })
}
