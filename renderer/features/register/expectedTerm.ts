import { computed } from 'vue'
import { countTerm, givenTerm, isClockTime, isIsoDate, registrationDay, ruleFor, type Term } from '#shared/domain'
import { useOffice } from '../../stores/office'
import { mayGiveDeadline, type RegistrationForm } from './form'

/** Foretells day of registration and deadline while one types, by the same rules as the register (Code 350-VI art. 64(3), 76(2)). `null` as long as something is missing. */
export function useExpectedTerm(form: RegistrationForm) {
  const office = useOffice()

  const registration = computed(() => {
    const { receivedOn: date, receivedAt: time } = form
    if (!isIsoDate(date) || date < '2000-01-01' || date > office.today() || !isClockTime(time)) return null
    return registrationDay({ date, time }, office.rules.dayEnds, office.calendar)
  })

  const term = computed<Term | null>(() => {
    const registeredOn = registration.value?.date
    const { kind, addressee, givenDeadline } = form
    if (!registeredOn || kind === null) return null
    const rule = ruleFor(office.terms, { kind, addressee, registeredOn })
    if (!rule) return null
    const given = mayGiveDeadline(kind) && isIsoDate(givenDeadline) && givenDeadline >= registeredOn
    return given
      ? givenTerm(rule, registeredOn, givenDeadline, office.calendar)
      : countTerm(rule, registeredOn, office.calendar, office.rules.countingStart)
  })

  return { registration, term }
}
