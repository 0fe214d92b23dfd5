import { ref, shallowRef } from 'vue'
import type { Letter, ToSign } from '#shared/contract'
import { api } from '../../api/client'
import { toFault, type AppFault } from '../../api/fault'

/** After these the decision waits for nobody any more. */
const OVER = new Set(['decisions.over', 'decisions.signed_already', 'decisions.not_submitted', 'life.not_possible', 'not_found'])

/** What a refusal was about. */
export interface Refused {
  item: ToSign
  fault: AppFault
}

interface Told {
  signed: (item: ToSign, letters: Letter[]) => void
  sentBack: (item: ToSign) => void
  refused: (item: ToSign) => void
  /** The decision is no longer to be signed, or was changed by somebody: the list must be read anew. */
  moved: (item: ToSign, isOver: boolean) => Promise<unknown>
}

/** What the signer does, one at a time. A refusal stands in `refusal` until the next act; `reasonFault` is what is wrong with a reason. */
export function useSigningActs(told: Told) {
  const busy = ref(false)
  const refusal = shallowRef<Refused | null>(null)

  async function during(item: ToSign, act: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refusal.value = null
    try {
      await act()
      return true
    } catch (thrown) {
      const fault = toFault(thrown)
      refusal.value = { item, fault }
      const isOver = OVER.has(fault.code)
      // The refusal itself is what must be told; a failed second look adds nothing to it.
      if (isOver || fault.code === 'conflict.stale') await told.moved(item, isOver).catch(() => {})
      return false
    } finally {
      busy.value = false
    }
  }

  /** Signs for oneself, today: one press. */
  function sign(item: ToSign): Promise<boolean> {
    return during(item, async () => {
      const { decisionId: id, decisionVersion: version, version: entryVersion } = item
      const { letters } = await api.decisions.sign({ id, version, entryVersion, signerId: null, signedOn: null })
      told.signed(item, letters)
    })
  }

  function sendBack(item: ToSign, reason: string): Promise<boolean> {
    return during(item, async () => {
      await api.decisions.sendBack({ id: item.decisionId, version: item.decisionVersion, reason })
      told.sentBack(item)
    })
  }

  /** Refuses an extension that was asked for. */
  function refuse(item: ToSign, reason: string): Promise<boolean> {
    return during(item, async () => {
      await api.decisions.refuse({ id: item.decisionId, version: item.decisionVersion, reason })
      told.refused(item)
    })
  }

  return { busy, refusal, sign, sendBack, refuse }
}
