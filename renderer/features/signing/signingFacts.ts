import { shallowRef, watch } from 'vue'
import type { Appeal, Check, Decision, ToSign } from '#shared/contract'
import { api } from '../../api/client'

/** What the signer reads beside the letter: the entry, the decision with its agreements, the checklist. Each is `null` until read; `fault` is what prevented it. */
export interface SigningFacts {
  decisionId: number
  appeal: Appeal
  decision: Decision
  checks: Check[]
}

/** Reads the facts of the decision at hand, and those of the one after it ahead of time, so that they are there at once. Those of another decision never stay. */
export function useSigningFacts(item: () => ToSign | null, next: () => ToSign | null) {
  const facts = shallowRef<SigningFacts | null>(null)
  const fault = shallowRef<unknown>(null)
  let ahead: { key: string; facts: Promise<SigningFacts> } | null = null

  async function read({ id, decisionId }: ToSign): Promise<SigningFacts> {
    const [appeal, { decisions }, checks] = await Promise.all([
      api.register.card({ id }),
      api.decisions.ofEntry({ id }),
      api.decisions.checks({ id: decisionId }),
    ])
    return { decisionId, appeal, decision: decisions.find((one) => one.id === decisionId)!, checks }
  }

  function known(one: ToSign): Promise<SigningFacts> {
    const asked = ahead?.key === keyOf(one) ? ahead.facts : read(one)
    ahead = null
    return asked
  }

  function readAhead(): void {
    const one = next()
    if (!one || ahead?.key === keyOf(one)) return
    const asked = read(one)
    // Whatever fails now is told when it is at hand.
    asked.catch(() => {})
    ahead = { key: keyOf(one), facts: asked }
  }

  /** Reads what is at hand anew, and what was read ahead with it. */
  async function again(): Promise<void> {
    ahead = null
    await load()
  }

  async function load(): Promise<void> {
    const wanted = item()
    fault.value = null
    if (facts.value?.decisionId !== wanted?.decisionId) facts.value = null
    if (!wanted) return
    try {
      const found = await known(wanted)
      if (item()?.decisionId !== wanted.decisionId) return
      facts.value = found
      readAhead()
    } catch (thrown) {
      if (item()?.decisionId === wanted.decisionId) fault.value = thrown
    }
  }
  watch(() => item() && keyOf(item()!), load, { immediate: true })

  return { facts, fault, load: again }
}

/** Changes with the draft and with its entry. */
function keyOf({ decisionId, decisionVersion, version }: ToSign): string {
  return `${decisionId}.${decisionVersion}.${version}`
}
