import { computed, ref, shallowRef } from 'vue'
import type { Decision } from '#shared/contract'
import { isIsoDate, type DecisionContent } from '#shared/domain'
import type { AppFault } from '../../api/fault'
import { alike, type MergedContent } from './mergeContent'

/** Somebody else changed the draft meanwhile. `when`: UTC moment. */
export interface DraftConflict extends MergedContent {
  who: string
  when: string
}

/** A draft as it can be stored: a day half typed is not a day yet. */
export const storable = (content: DecisionContent): DecisionContent => ({
  ...content,
  text: content.text.normalize('NFC').trim(),
  part: content.part.normalize('NFC').trim(),
  until: isIsoDate(content.until) ? content.until : '',
})

/** The same content, to be changed on its own. */
export const copy = (content: DecisionContent): DecisionContent => ({ ...content, missing: [...content.missing] })

/** A draft on the screen: what the office keeps (`kept`, `null` = nothing yet), what is typed, and what stands between the two. */
export function useDraftState(decision: Decision | null, first: DecisionContent) {
  const kept = shallowRef<Decision | null>(decision)
  const content = ref<DecisionContent>(copy(decision?.content ?? first))
  const sent = shallowRef(storable(decision?.content ?? first))
  const saving = ref(false)
  /** Who else changed it, where both changes went together by themselves. */
  const merged = ref('')
  const fault = shallowRef<AppFault | null>(null)
  const conflict = shallowRef<DraftConflict | null>(null)
  const dirty = computed(() => !alike(storable(content.value), sent.value))

  /** Takes the office's version beneath what is shown now. */
  function take(latest: Decision, now: DecisionContent): void {
    kept.value = latest
    sent.value = storable(latest.content)
    content.value = copy(now)
  }

  return { kept, content, sent, saving, merged, fault, conflict, dirty, take }
}

export type DraftState = ReturnType<typeof useDraftState>
