import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { AppealFacts, Registered } from '#shared/contract'
import type { Term } from '#shared/domain'
import { api } from '../../api/client'
import { toFault, type AppFault } from '../../api/fault'
import { useLocale } from '../../i18n'
import { useOffice } from '../../stores/office'
import { contentOf, draftOf, isUntouched, newRequestId } from './draft'
import { useDraftKeeper } from './draftKeeper'
import { useExpectedTerm } from './expectedTerm'
import { lacking } from './fields'
import { factsOf, freshForm, type RegistrationForm } from './form'
import { useFormFaults } from './formFaults'
import { lastWay, pace } from './lastUsed'

/** A letter that has just become an entry. */
export interface Taken {
  entry: Registered
  facts: AppealFacts
  term: Term | null
  /** The register had this very letter already: an answer had got lost, and the first number stands. */
  again: boolean
}

/** How long ago an entry must have been made to be an earlier one, in milliseconds. */
const EARLIER = 5_000

/** One registration after the other: the form, its draft, its faults, and the number when it is taken. */
export function useRegistration() {
  const office = useOffice()
  const { locale } = useLocale()
  const fresh = () => freshForm({ details: office.details, now: office.localNow(), ...lastWay })

  const form = reactive<RegistrationForm>(fresh())
  const requestId = ref(newRequestId())
  const taken = shallowRef<Taken | null>(null)
  const busy = ref(false)
  const failure = shallowRef<AppFault | null>(null)
  const restored = ref(false)
  const placeLanguage = computed<'kk' | 'ru'>(() => (locale.value === 'ru' ? 'ru' : 'kk'))
  const untouched = computed(() => isUntouched(form, fresh()))

  const keeper = useDraftKeeper(() => contentOf(form, requestId.value))
  const faults = useFormFaults(form, () => placeLanguage.value)
  const { registration, term } = useExpectedTerm(form)

  // As long as nothing is typed, the letter is only about to come: its moment moves on with the clock.
  watch(office.localNow, (now, before) => {
    const own = form.receivedOn !== before.date || form.receivedAt !== before.time
    if (untouched.value && !own && !taken.value) Object.assign(form, { receivedOn: now.date, receivedAt: now.time })
  })
  watch(form, () => {
    if (taken.value) return
    if (untouched.value && keeper.savedAt.value === null) return
    pace.began()
    keeper.changed()
  })

  /** Brings back the caller's draft, if there is one. Errors: any `AppFault`. */
  async function restore(): Promise<void> {
    const content = await keeper.load()
    const draft = content && draftOf(content, fresh())
    // What was typed while the draft was on its way is newer.
    if (!draft || !untouched.value || isUntouched(draft.form, fresh())) return
    Object.assign(form, draft.form)
    requestId.value = draft.requestId
    restored.value = true
  }

  function startOver(): void {
    Object.assign(form, fresh())
    requestId.value = newRequestId()
    failure.value = null
    restored.value = false
    faults.mark([])
    pace.forget()
  }

  /** Empties the form and forgets the draft. Returns how to bring it back. */
  function clear(): () => void {
    const content = contentOf(form, requestId.value)
    startOver()
    void keeper.discard()
    return () => {
      const draft = draftOf(content, fresh())
      if (!draft || taken.value) return
      Object.assign(form, draft.form)
      requestId.value = draft.requestId
      keeper.changed()
    }
  }

  /** The next letter: an empty form; way and language of the last one stay. */
  function next(): void {
    taken.value = null
    startOver()
  }

  /** Registers the letter. Returns whether it has got its number; if not, `failure` and the faults of the fields say why. A call while one is under way does nothing. */
  async function register(): Promise<boolean> {
    if (busy.value || taken.value) return false
    failure.value = null
    const missing = lacking(form)
    faults.mark(missing)
    if (missing.length > 0) return false
    busy.value = true
    const [facts, expected, asked] = [factsOf(form), term.value, Date.parse(office.now())]
    try {
      const entry = await api.register.register({ requestId: requestId.value, facts })
      const again = Date.parse(entry.registeredAt) < asked - EARLIER
      taken.value = { entry, facts, term: again ? null : expected, again }
      Object.assign(lastWay, { channel: facts.channel, language: facts.language })
      pace.ended()
      keeper.registered(requestId.value)
      return true
    } catch (thrown) {
      refuse(toFault(thrown))
      return false
    } finally {
      busy.value = false
    }
  }

  function refuse(fault: AppFault): void {
    const found = faults.mark(fault.fields)
    const said = fault.code === 'invalid_input' && fault.fields.length > 0 && found
    failure.value = said ? null : fault
  }

  return {
    form,
    taken,
    busy,
    failure,
    restored,
    untouched,
    placeLanguage,
    registration,
    term,
    keeper,
    faulty: faults.faulty,
    faultAt: faults.faultAt,
    restore,
    clear,
    next,
    register,
  }
}
export type Registration = ReturnType<typeof useRegistration>
