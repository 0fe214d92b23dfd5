import { ref, shallowRef } from 'vue'
import { api } from '../../api/client'
import { toFault, type AppFault } from '../../api/fault'
import { useSession } from '../../stores/session'
import { openingOf, type Secret } from './opening'
import { forgetDraft, type SetupDraft } from './setupDraft'

/** Where the screen goes when the book is open. */
export type Onward = 'journal' | 'people' | 'signIn'

/** Opens the book and signs the administrator in. `opened` is called once, signed in or not; `failure` keeps why it did not come to that. */
export function useOpening(form: SetupDraft, secret: Secret, opened: (next: Onward) => void | Promise<void>) {
  const session = useSession()
  const busy = ref(false)
  const failure = shallowRef<AppFault | null>(null)

  async function enter(): Promise<void> {
    forgetDraft()
    try {
      await session.start()
      await session.signIn(form.administrator.login.trim(), secret.password)
    } catch {
      // The book is open all the same: the administrator signs in by hand.
      return await opened('signIn')
    } finally {
      secret.password = secret.again = ''
    }
    await opened(form.alsoClerk ? 'journal' : 'people')
  }

  /** Opens the book; gives the failure, if any. */
  async function open(): Promise<AppFault | null> {
    busy.value = true
    failure.value = null
    try {
      await api.office.open(openingOf(form, secret))
      await enter()
    } catch (thrown) {
      failure.value = toFault(thrown)
      if (failure.value.code === 'setup.done_already') {
        forgetDraft()
        await session.start().catch(() => {})
      }
    } finally {
      busy.value = false
    }
    return failure.value
  }

  return { busy, failure, open }
}
