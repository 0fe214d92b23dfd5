import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { AppealFacts, Registered } from '#shared/contract'
import { isAboutService, isComplaint } from '#shared/domain'
import { api } from '../../api/client'
import { toFault } from '../../api/fault'
import { useOffice } from '../../stores/office'
import { useLetterFiles, type LetterFiles } from '../attachments/letterFiles'
import { sheetsOffer } from '../attachments/sheetsOffer'
import { useDraft, type DraftContent } from './draft'
import { useFormFaults } from './formFaults'
import { forecast } from './letterTerm'
import { newLetter, readSheets, writeSheets, type Kept } from './newLetter'
import { newRequestId } from './requestId'

/** How many sheets a new form shows before anybody counted. */
const BLANK_SHEETS = '1'

/** One registration from the empty form to the number. */
export function useRegistration() {
  const office = useOffice()
  const content = ref<DraftContent>(fresh())
  const letter = computed(() => content.value.letter)
  const done = shallowRef<Registered | null>(null)
  const sending = ref(false)
  const { faults, failure, show, clear: clearFaults } = useFormFaults(() => ({ ...letter.value, sheets: content.value.sheets }))
  const writing = computed(() => done.value === null && !sending.value)
  const { savedAt, failed: draftFailed, ...draft } = useDraft(content, writing)
  const incoming = useLetterFiles()

  const offeredSheets = useDraftFiles(incoming, content, () => done.value === null)

  function fresh(kept?: Kept): DraftContent {
    const blank = newLetter(office.details, office.localNow(), kept)
    return { requestId: newRequestId(), letter: blank, sheets: writeSheets(blank), files: [] }
  }

  async function restore(): Promise<boolean> {
    const kept = await draft.load()
    if (!kept) return false
    content.value = { ...kept, letter: { ...newLetter(office.details, office.localNow()), ...kept.letter } }
    // Without them the letter can be written on all the same; each says for itself when it is gone.
    await incoming.restore(kept.files).catch(() => {})
    return true
  }

  /** Registers the letter. A second press while the first is under way does nothing; the same request sent twice is registered once. */
  async function register(): Promise<boolean> {
    if (!writing.value) return false
    sending.value = true
    clearFaults()
    try {
      // What is still on its way belongs to the letter.
      await incoming.settled()
      const files = incoming.taken.value.map(({ file: { token }, role }) => ({ token, role }))
      done.value = await api.register.register({ requestId: content.value.requestId, facts: factsOf(content.value), files })
      draft.forget()
      void incoming.attached(done.value.id)
    } catch (thrown) {
      show(thrown)
      if (toFault(thrown).code === 'attachments.gone') await incoming.restore(content.value.files).catch(() => {})
    } finally {
      sending.value = false
    }
    return done.value !== null
  }

  /** The next empty form; the way the last letter came and its language are kept. */
  function next(): void {
    const { channel, language } = letter.value
    content.value = fresh({ channel, language })
    done.value = null
    incoming.clear({ discard: false })
    clearFaults()
  }

  /** Empties the form and forgets the draft. */
  async function clear(): Promise<void> {
    incoming.clear({ discard: true })
    content.value = fresh()
    clearFaults()
    await draft.discard()
  }

  const outlook = computed(() => forecast(letter.value, office.book, office.today()))
  const facts = { content, letter, done, sending, failure, faults, outlook, savedAt, draftFailed, incoming, offeredSheets }
  return { ...facts, restore, register, next, clear }
}

/** Keeps in the draft which files came in, as long as `isWriting`, and gives what their pages suggest as number of sheets; nothing once a number was written. */
function useDraftFiles(incoming: LetterFiles, content: Ref<DraftContent>, isWriting: () => boolean): ComputedRef<string> {
  watch(
    () => incoming.taken.value.map(({ file: { token }, role, name }) => ({ token, role, name })),
    (files) => {
      if (isWriting() && JSON.stringify(files) !== JSON.stringify(content.value.files)) content.value.files = files
    },
  )
  return computed(() => {
    const { sheets } = content.value
    const offer = sheetsOffer(incoming.taken.value)
    const isUntouched = sheets.trim() === '' || sheets === BLANK_SHEETS
    return isWriting() && isUntouched && offer !== sheets ? offer : ''
  })
}

/** What is sent: only complaints contest somebody's conduct (R1), and only they concern a service (R2); what was typed there stays in the form in case the kind is changed back. */
function factsOf({ letter, sheets }: DraftContent): AppealFacts {
  const conduct = isComplaint(letter.kind)
    ? {}
    : { respondent: null, respondentName: '', contested: null, addressee: 'provider' as const }
  const service = isAboutService(letter.kind) ? {} : { serviceId: null, serviceName: '' }
  // What is no number of sheets is refused by the register like every other field.
  return { ...letter, ...conduct, ...service, ...(readSheets(sheets) ?? { sheets: Number.NaN, annexSheets: 0 }) }
}

/** What the registration screen works with. */
export type Registration = ReturnType<typeof useRegistration>
