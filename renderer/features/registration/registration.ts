import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { isComplaint } from '#shared/domain'
import type { Registered } from '#shared/contract'
import { api } from '../../api/client'
import { toFault } from '../../api/fault'
import { useFaultText } from '../../api/faultText'
import { useOffice } from '../../stores/office'
import { useDraft, type DraftContent } from './draft'
import { newRequestId } from './requestId'
import { forecast } from './letterTerm'
import { newLetter, readSheets, writeSheets, type Kept } from './newLetter'

/** One registration from the empty form to the number. */
export function useRegistration() {
  const office = useOffice()
  const { faultText, fieldTexts } = useFaultText()
  const content = ref<DraftContent>(fresh())
  const letter = computed(() => content.value.letter)
  const done = shallowRef<Registered | null>(null)
  const sending = ref(false)
  const failure = ref('')
  const faults = reactive<Record<string, string>>({})
  const draft = useDraft(
    content,
    computed(() => done.value === null && !sending.value),
  )

  function fresh(kept?: Kept): DraftContent {
    const blank = newLetter(office.details, office.localNow(), kept)
    return { requestId: newRequestId(), letter: blank, sheets: writeSheets(blank) }
  }

  async function restore(): Promise<boolean> {
    const kept = await draft.load()
    if (kept) content.value = { ...kept, letter: { ...newLetter(office.details, office.localNow()), ...kept.letter } }
    return kept !== null
  }

  /** Registers the letter. A second press while the first is under way does nothing; the same request sent twice is registered once. */
  async function register(): Promise<boolean> {
    if (sending.value || done.value) return false
    sending.value = true
    clearFaults()
    try {
      const sheets = readSheets(content.value.sheets)
      // What is no number of sheets is refused by the register like every other field.
      const facts = { ...letter.value, ...(sheets ?? { sheets: Number.NaN, annexSheets: 0 }) }
      done.value = await api.register.register({ requestId: content.value.requestId, facts })
      draft.forget()
      return true
    } catch (thrown) {
      const fault = toFault(thrown)
      Object.assign(faults, Object.fromEntries(Object.entries(fieldTexts(fault)).map(([path, text]) => [fieldOf(path), text])))
      if (Object.keys(faults).length === 0) failure.value = faultText(fault)
      return false
    } finally {
      sending.value = false
    }
  }

  function clearFaults(): void {
    failure.value = ''
    for (const field of Object.keys(faults)) delete faults[field]
  }

  /** The next empty form; the way the last letter came and its language are kept. */
  function next(): void {
    const { channel, language } = letter.value
    content.value = fresh({ channel, language })
    done.value = null
    clearFaults()
  }

  /** Empties the form and forgets the draft. */
  async function clear(): Promise<void> {
    content.value = fresh()
    clearFaults()
    await draft.discard()
  }

  // Only complaints contest somebody's conduct (R1).
  watch(
    () => letter.value.kind,
    (kind) => {
      if (isComplaint(kind)) letter.value.respondent ??= 'provider'
      else Object.assign(letter.value, { respondent: null, contested: null, respondentName: '' })
    },
  )
  // A fault goes with the next key in its field, so that what is red is what still has to be done.
  watch(
    () =>
      ({ ...letter.value, sheets: content.value.sheets, answerPlace: JSON.stringify(letter.value.answerPlace) }) as Record<
        string,
        unknown
      >,
    (now, before) => {
      for (const field of Object.keys(faults)) if (now[field] !== before[field]) delete faults[field]
    },
    { deep: true },
  )
  const outlook = computed(() => forecast(letter.value, office))
  return {
    content,
    letter,
    done,
    sending,
    failure,
    faults,
    outlook,
    savedAt: draft.savedAt,
    draftFailed: draft.failed,
    restore,
    register,
    next,
    clear,
  }
}

/** The field of a fault: `facts.answerPlace.kk` → `answerPlace`. */
function fieldOf(path: string): string {
  return path.replace(/^facts\./, '').split('.')[0]!
}

export type Registration = ReturnType<typeof useRegistration>
