import { computed, shallowRef, watch } from 'vue'
import type { Applicant, EarlierLetter } from '#shared/contract'
import { foldForSearch, formatPhone, readIdentifier } from '#shared/domain'
import { api } from '../../api/client'
import type { Suggestion } from '../../ui'
import { plainIdentifier, type RegistrationForm } from './form'

/** Fields of an applicant that a choice fills in. */
type Filled = Pick<RegistrationForm, 'name' | 'postalAddress' | 'residence' | 'phone' | 'email'>

/** `850412 100013`: birth date and serial apart, as people read it aloud. Anything but twelve digits stays as typed. */
export function writeIdentifier(typed: string): string {
  const bare = plainIdentifier(typed)
  return /^\d{12}$/.test(bare) ? `${bare.slice(0, 6)} ${bare.slice(6)}` : typed.trim()
}

/**
 * Recognises who wrote before. A suggestion that is chosen fills in all that is known; a whole right IIN/BIN of a known applicant fills in only what is still empty. Whoever then turns out to be somebody
 * else (another number, or another name where no number tells) is forgotten again, with what he or she filled in.
 */
export function useKnownApplicants(form: RegistrationForm) {
  const letters = shallowRef<readonly EarlierLetter[] | null>(null)
  let filled: Partial<Filled> = {}
  const identifier = computed(() => plainIdentifier(form.identifier))

  /** Suggestions while typing in a field. Errors: any `AppFault`. */
  function source(field: 'identifier' | 'name' | 'phone') {
    const enough = field === 'name' ? 2 : 4
    return async (typed: string): Promise<Suggestion<Applicant>[]> => {
      const text = field === 'identifier' ? plainIdentifier(typed) : typed
      if (text.length < enough) return []
      const found = await api.applicants.find({ text })
      return found
        .map((value) => ({ label: label(value, field), note: value.postalAddress || undefined, value }))
        .filter(({ label }) => label !== '')
    }
  }

  function fill(applicant: Applicant, onlyEmpty: boolean): void {
    const known: Filled = {
      name: applicant.name,
      postalAddress: applicant.postalAddress,
      residence: applicant.residence,
      phone: formatPhone(applicant.phone),
      email: applicant.email,
    }
    filled = Object.fromEntries(
      Object.entries(known).filter(([key, text]) => text !== '' && (!onlyEmpty || form[key as keyof Filled].trim() === '')),
    )
    Object.assign(form, filled)
    if (!onlyEmpty) form.language = applicant.language
    form.applicantType = applicant.type
    form.applicantId = applicant.id
    form.knownIdentifier = applicant.identifier
    form.knownName = applicant.name
  }

  /** Takes a suggestion over. */
  function choose(applicant: Applicant): void {
    if (applicant.identifier !== '') form.identifier = writeIdentifier(applicant.identifier)
    fill(applicant, false)
  }

  function forget(): void {
    for (const [key, text] of Object.entries(filled)) if (form[key as keyof Filled] === text) form[key as keyof Filled] = ''
    filled = {}
    Object.assign(form, { applicantId: null, knownIdentifier: '', knownName: '' })
  }

  async function recognise(number: string): Promise<void> {
    const read = readIdentifier(number)
    if (!read.valid) return
    form.applicantType = read.holder
    if (form.applicantId !== null) return
    // Recognising only saves typing: without an answer everything is typed by hand, and the register still finds the applicant.
    const found = await api.applicants.find({ text: number }).catch(() => [])
    const known = found.find((one) => one.identifier === number)
    if (known && identifier.value === number && form.applicantId === null) fill(known, true)
  }

  const same = (a: string, b: string) => foldForSearch(a.trim()) === foldForSearch(b.trim())
  watch([identifier, () => form.name], ([number, name], [before]) => {
    if (form.applicantId !== null) {
      const { knownIdentifier, knownName } = form
      const byNumber = knownIdentifier !== '' && number === knownIdentifier
      const another = number !== '' && knownIdentifier !== '' && number !== knownIdentifier
      if (!byNumber && (another || !same(name, knownName))) forget()
    }
    if (number !== before) void recognise(number)
  })

  watch(
    () => form.applicantId,
    async (applicantId) => {
      letters.value = null
      if (applicantId === null) return
      const found = await api.applicants.letters({ applicantId }).catch(() => null)
      if (applicantId === form.applicantId) letters.value = found
    },
    { immediate: true },
  )

  return { letters, source, choose }
}
export type KnownApplicants = ReturnType<typeof useKnownApplicants>

function label(applicant: Applicant, field: 'identifier' | 'name' | 'phone'): string {
  if (field === 'identifier') return writeIdentifier(applicant.identifier)
  return field === 'phone' ? formatPhone(applicant.phone) : applicant.name
}
