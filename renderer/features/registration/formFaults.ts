import { ref, shallowRef, watch } from 'vue'
import { toFault } from '../../api/fault'
import { useFaultText } from '../../faultText'

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
    faults.value = Object.fromEntries(Object.entries(fieldTexts(fault)).map(([path, text]) => [fieldOf(path), text]))
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
