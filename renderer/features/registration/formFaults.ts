import { computed, shallowRef, watch } from 'vue'
import type { FieldFault } from '#shared/contract'
import { toFault, type AppFault } from '../../api/fault'
import { useFaultText } from '../../faultText'

/** Fields in the order in which they are met: the first that is faulty gets the focus. */
const ORDER = [
  ...['kind', 'receivedOn', 'receivedAt', 'channel', 'identifier', 'name', 'postalAddress', 'phone', 'language', 'subject'],
  ...['summary', 'sheets', 'addressedTo', 'contested', 'respondent', 'respondentName', 'serviceName', 'addressee', 'delivery'],
  ...['answerPlace', 'email', 'people', 'externalNumber', 'representative', 'residence', 'sendersNumber', 'sendersDate'],
]
const placeOf = (field: string): number => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length)

/** What kept a letter from being registered: a text for each faulty field, or one sentence. `typed`: all fields as they stand now. */
export function useFormFaults(typed: () => Readonly<Record<string, unknown>>) {
  const { faultText, fieldText } = useFaultText()
  // Kept as faults, not as texts: what is said follows the language of the screen.
  const met = shallowRef<ReadonlyMap<string, FieldFault>>(new Map())
  const whole = shallowRef<AppFault | null>(null)
  const faults = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Array.from(met.value, ([field, fault]) => [field, fieldText(fault)])),
  )
  const failure = computed(() => (whole.value ? faultText(whole.value) : ''))

  function clear(): void {
    whole.value = null
    met.value = new Map()
  }

  function show(thrown: unknown): void {
    const fault = toFault(thrown)
    const found = fault.fields.map((each) => [fieldOf(each.path), each] as const)
    met.value = new Map(found.sort(([one], [other]) => placeOf(one) - placeOf(other)))
    whole.value = fault.fields.length === 0 ? fault : null
  }

  // A fault goes with the next key in its field, so that what is red is what still has to be done.
  watch(
    () => Object.fromEntries(Object.entries(typed()).map(([field, value]) => [field, JSON.stringify(value)])),
    (now, before) => {
      const left = [...met.value].filter(([field]) => now[field] === before[field])
      if (left.length < met.value.size) met.value = new Map(left)
    },
  )
  return { faults, failure, show, clear }
}

/** The field of a fault: `facts.answerPlace.kk` → `answerPlace`. */
function fieldOf(path: string): string {
  return path.replace(/^facts\./, '').split('.')[0]!
}
