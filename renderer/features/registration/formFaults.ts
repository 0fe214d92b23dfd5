import { ref, shallowRef, watch } from 'vue'
import { toFault } from '../../api/fault'
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
  const { faultText, fieldTexts } = useFaultText()
  const faults = shallowRef<Readonly<Record<string, string>>>({})
  const failure = ref('')

  function clear(): void {
    failure.value = ''
    faults.value = {}
  }

  function show(thrown: unknown): void {
    const fault = toFault(thrown)
    const texts = Object.entries(fieldTexts(fault)).map(([path, text]) => [fieldOf(path), text] as const)
    faults.value = Object.fromEntries(texts.sort(([one], [other]) => placeOf(one) - placeOf(other)))
    failure.value = fault.fields.length === 0 ? faultText(fault) : ''
  }

  // A fault goes with the next key in its field, so that what is red is what still has to be done.
  watch(
    () => Object.fromEntries(Object.entries(typed()).map(([field, value]) => [field, JSON.stringify(value)])),
    (now, before) => {
      const left = Object.entries(faults.value).filter(([field]) => now[field] === before[field])
      if (left.length < Object.keys(faults.value).length) faults.value = Object.fromEntries(left)
    },
  )
  return { faults, failure, show, clear }
}

/** The field of a fault: `facts.answerPlace.kk` → `answerPlace`. */
function fieldOf(path: string): string {
  return path.replace(/^facts\./, '').split('.')[0]!
}
