import { computed, nextTick, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Appeal, Decision } from '#shared/contract'
import { emptyDecision, missingParts, type DecisionAct } from '#shared/domain'
import { api } from '../../api/client'
import { toFault } from '../../api/fault'
import { useFaultText } from '../../faultText'
import { useDecisionWords } from './decisionWords'
import { useDraft } from './draft'
import { untilFault, useExtension } from './extension'

interface Start {
  appeal: Appeal
  act: DecisionAct
  decision: Decision | null
  /** Body a new redirect begins with. */
  bodyId: number | null
  /** Whether what is missing is marked from the beginning. */
  lacking: boolean
}

/** A decision in its editor: the draft, what is wrong with it and how it stands, in words, and laying it before whoever signs. */
export function useEditing({ appeal, act, decision, bodyId, lacking }: Start) {
  const { t } = useI18n()
  const { faultText, fieldTexts } = useFaultText()
  const { moment } = useDecisionWords()
  const empty = emptyDecision(appeal.facts.language)
  const draft = useDraft({ appealId: appeal.id, act, decision, first: { ...empty, bodyId }, empty })
  const busy = ref(false)
  const tried = ref(lacking)

  /** Faults of fields as the office named them, and after a try to submit those that are still empty. */
  const faults = computed<Record<string, string>>(() => {
    const told = draft.fault.value ? fieldTexts(draft.fault.value) : {}
    const named = Object.entries(told).map(([path, text]) => [path.replace(/^content\./, '').replace(/\..*$/, ''), text] as const)
    const lacks = tried.value ? missingParts(act, draft.content.value) : []
    return {
      ...Object.fromEntries(lacks.map((part) => [part, t('errors.field.required')] as const)),
      ...Object.fromEntries(named),
    }
  })
  /** A refusal that belongs to no field. */
  const refusal = computed(() => {
    const { value: fault } = draft.fault
    return fault && fault.fields.length === 0 ? `${t('decisionScreen.editor.notSaved')} ${faultText(fault)}` : ''
  })
  const lacks = computed(() =>
    tried.value ? missingParts(act, draft.content.value).map((part) => t(`decisionScreen.editor.parts.${part}`)) : [],
  )
  const limits = useExtension(() => appeal)
  /** A last day beyond the law is told at its field while it is typed, and goes no further. */
  const isBeyondLaw = computed(
    () => act === 'extend' && (!limits.value || untilFault(draft.content.value.until, limits.value) !== null),
  )
  const stands = computed(() => {
    if (draft.saving.value) return t('decisionScreen.editor.saving')
    if (draft.dirty.value) return t('decisionScreen.editor.unsaved')
    const { value: kept } = draft.kept
    return kept ? t('decisionScreen.editor.saved', { when: moment(kept.changedAt) }) : t('decisionScreen.editor.new')
  })

  /** Stores the draft whole and returns it; `null` when it was refused or something is missing (`faults` says what). */
  async function whole(): Promise<Decision | null> {
    tried.value = true
    const stored = await draft.save({ create: true })
    await nextTick()
    return stored && lacks.value.length === 0 && !isBeyondLaw.value ? draft.kept.value : null
  }

  /** Lays the draft before whoever signs. `null` when it was refused. */
  async function submit(): Promise<Decision | null> {
    return guarded(busy, async () => {
      const stored = await whole()
      if (!stored) return null
      if (stored.state === 'submitted') return stored
      try {
        return await api.decisions.submit({ id: stored.id, version: stored.version })
      } catch (thrown) {
        draft.fault.value = toFault(thrown)
        return null
      }
    })
  }

  return { draft, busy, faults, refusal, lacks, stands, submit, whole: () => guarded(busy, whole) }
}

async function guarded<T>(busy: Ref<boolean>, run: () => Promise<T | null>): Promise<T | null> {
  if (busy.value) return null
  busy.value = true
  try {
    return await run()
  } finally {
    busy.value = false
  }
}
