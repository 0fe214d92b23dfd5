import { nextTick, ref, watch, type Ref } from 'vue'

interface Reading {
  /** What the typed text means, or `null`. */
  read: (typed: string) => string | null
  /** How a meaning is written. Text without a meaning is shown as it is. */
  write: (value: string) => string
}

/**
 * A text field with a meaning (a date, a time). What is typed is never lost: a text that means nothing stays in the field and goes into the model as typed, so that drafts
 * keep it and the handler names the fault. The text is read when the field is left, on Enter, or as soon as `isWhole` says that nothing can follow.
 */
export function useTypedField(model: Ref<string>, { read, write }: Reading, isWhole: (typed: string) => boolean) {
  const typed = ref(write(model.value))
  const wrong = ref(isWrong())
  let own = model.value

  function isWrong(): boolean {
    return model.value !== '' && read(model.value) === null
  }

  function commit(): void {
    const text = typed.value.trim()
    own = read(text) ?? text
    model.value = own
    typed.value = write(own)
    wrong.value = text !== '' && read(text) === null
  }

  function onInput(): void {
    wrong.value = false
    if (isWhole(typed.value.trim()) && read(typed.value) !== null) {
      own = read(typed.value)!
      model.value = own
    }
  }

  watch(model, async (next) => {
    if (next === own) return
    own = next
    await nextTick()
    typed.value = write(next)
    wrong.value = isWrong()
  })

  return { typed, wrong, commit, onInput }
}
