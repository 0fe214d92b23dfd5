import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Caller, Start } from '#shared/contract'
import type { Permission } from '#shared/domain'
import { api } from '../api/client'
import { AppFault } from '../api/fault'
import { watchCalls } from '../api/guard'
import { computerNow } from '../host/time'
import { saveBeforeLock } from './beforeLock'
import { useConnection } from './connection'

/** Who is at the screen, and what the host says before anybody is. */
export const useSession = defineStore('session', () => {
  const connection = useConnection()
  const facts = shallowRef<Start | null>(null)
  const caller = shallowRef<Caller | null>(null)
  /** The screen lies beneath the lock; `caller` is still the person it belongs to. */
  const locked = ref(false)
  /** Host's clock minus this computer's, in milliseconds: the screen never trusts the computer it runs on. */
  const clockOffset = ref(0)
  let waiting: ((samePerson: boolean) => void)[] = []

  watchCalls({ signInAgain, unreachable: connection.unreachable, reached: connection.reached })

  /** Asks the host how things stand: first start, who is signed in, people, cover, clock. Errors: any `AppFault`. */
  async function start(): Promise<Start> {
    const answer = await api.session.start()
    facts.value = answer
    clockOffset.value = Date.parse(answer.now) - computerNow()
    // Somebody is at the screen whose session the host no longer knows (it was restarted): the screen stays, beneath the lock.
    if (caller.value && answer.caller?.id !== caller.value.id) locked.value = true
    if (!locked.value) caller.value = answer.caller
    return answer
  }

  /** Resolves when the host has told how things stand, however long it cannot be reached. */
  async function ready(): Promise<void> {
    while (!facts.value) {
      try {
        await start()
      } catch (thrown) {
        if (!(thrown instanceof AppFault && thrown.code === 'host.unreachable')) throw thrown
        await connection.untilBack()
      }
    }
  }

  /**
   * Signs in. Beneath a lock the same person gets the screen back and waiting calls are made again; another person starts afresh at the journal. Errors:
   * `session.wrong_password`, `session.throttled`.
   */
  async function signIn(login: string, password: string): Promise<void> {
    const next = await api.session.signIn({ login, password })
    const another = locked.value && caller.value?.id !== next.id
    resume(!another)
    if (another) return startAfresh('/')
    caller.value = next
    locked.value = false
  }

  /** Ends the session and leaves nothing of the person in this window. */
  async function signOut(): Promise<void> {
    await api.session.signOut().catch(() => {})
    resume(false)
    startAfresh('/sign-in')
  }

  /** Ends the session but keeps the screen, and all that was typed, beneath the lock. */
  async function lock(): Promise<void> {
    if (!caller.value || locked.value) return
    locked.value = true
    await saveBeforeLock().then(() => api.session.signOut().catch(() => {}))
  }

  function signInAgain(): Promise<boolean> {
    if (!caller.value) return Promise.resolve(false)
    locked.value = true
    return new Promise((resolve) => waiting.push(resolve))
  }

  function resume(samePerson: boolean): void {
    const calls = waiting
    waiting = []
    for (const go of calls) go(samePerson)
  }

  /** Whether it is the person at the screen, or somebody he or she acts for today. */
  function isMe(personId: number): boolean {
    return caller.value?.id === personId || (caller.value?.actsFor.some(({ id }) => id === personId) ?? false)
  }

  /** Whether the person may do something. Only hides what the handler would refuse. */
  function may(permission: Permission): boolean {
    return caller.value?.permissions.includes(permission) ?? false
  }

  const timeZone = computed(() => facts.value?.timeZone ?? 'Asia/Almaty')
  return { facts, caller, locked, clockOffset, timeZone, start, ready, signIn, signOut, lock, isMe, may }
})

// A fresh page is the one sure way that no store and no screen keeps what another person saw.
function startAfresh(path: string): void {
  location.assign(path)
}
