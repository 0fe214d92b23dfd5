import { computed, nextTick, watch, type Ref } from 'vue'
import type { Applicant, AppealFacts } from '#shared/contract'
import { foldForSearch, formatPhone, isLegalName, readIdentifier } from '#shared/domain'
import { api } from '../../api/client'

/** The fields that a known applicant fills in. */
const FILLED = ['name', 'postalAddress', 'residence', 'phone', 'email'] as const

/**
 * Recognises who wrote before. One who is chosen fills in all that is known; a whole right IIN/BIN of a known applicant fills in only what is still empty. Whoever then turns out to be somebody else
 * (another number, or another name where no number tells) is forgotten again, so that no letter is filed under a stranger.
 */
export function useKnownApplicants(letter: Ref<AppealFacts>) {
  let known: Applicant | null = null
  const identifier = computed(() => letter.value.identifier.replace(/[\s-]/g, ''))

  function fill(applicant: Applicant, onlyEmpty: boolean): void {
    for (const field of FILLED) {
      const text = field === 'phone' ? formatPhone(applicant.phone) : applicant[field]
      if (text !== '' && !(onlyEmpty && letter.value[field].trim() !== '')) letter.value[field] = text
    }
    known = applicant
    Object.assign(letter.value, { applicantId: applicant.id, applicantType: applicant.type })
  }

  /** Takes over the applicant the clerk chose. */
  function choose(applicant: Applicant): void {
    if (applicant.identifier !== '') letter.value.identifier = applicant.identifier
    letter.value.language = applicant.language
    letter.value.notStated = []
    fill(applicant, false)
  }

  async function recognise(number: string): Promise<void> {
    const read = readIdentifier(number)
    if (!read.valid) return
    letter.value.applicantType = read.holder
    if (letter.value.applicantId !== null) return
    // Recognising only saves typing: without an answer everything is typed by hand, and the register still finds the applicant.
    const found = await api.applicants.find({ text: number }).catch(() => [])
    const same = found.find((one) => one.identifier === number)
    if (same && identifier.value === number && letter.value.applicantId === null) {
      fill(same, true)
      await nextTick(selectFilled)
    }
  }

  /** Whoever is about to type where something was just filled in writes over it, not behind it. */
  function selectFilled(): void {
    const here = document.activeElement
    if (here instanceof HTMLInputElement && FILLED.some((field) => here.value !== '' && here.value === letter.value[field]))
      here.select()
  }

  function isSomebodyElse(number: string, name: string): boolean {
    if (known?.identifier) return number !== known.identifier
    return known === null || number !== '' || foldForSearch(name.trim()) !== foldForSearch(known.name)
  }

  watch([identifier, () => letter.value.name], ([number, name], [numberBefore]) => {
    if (letter.value.applicantId !== null && isSomebodyElse(number, name)) letter.value.applicantId = null
    if (number !== numberBefore) void recognise(number)
    // The kind of applicant is told by the IIN/BIN, else by the name; the clerk may say otherwise.
    if (!readIdentifier(number).valid && letter.value.applicantId === null) {
      letter.value.applicantType = isLegalName(name) ? 'legal' : 'natural'
    }
  })

  return { choose }
}
