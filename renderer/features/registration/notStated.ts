import type { Ref } from 'vue'
import type { AppealFacts } from '#shared/contract'
import type { NotStated } from '#shared/domain'

/** Requisites that the letter does not state: marked, never invented and never a ground to refuse (Code 350-VI art. 63, 64(1)). */
export function useNotStated(letter: Ref<AppealFacts>) {
  const isNotStated = (what: NotStated): boolean => letter.value.notStated.includes(what)

  function toggle(what: NotStated): void {
    const { notStated } = letter.value
    if (isNotStated(what)) letter.value.notStated = notStated.filter((other) => other !== what)
    else {
      letter.value.notStated = [...notStated, what]
      letter.value[what === 'name' ? 'name' : 'postalAddress'] = ''
    }
  }
  return { isNotStated, toggle }
}
