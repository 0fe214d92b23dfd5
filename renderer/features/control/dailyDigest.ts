import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { DigestSection } from '#shared/contract'
import { api } from '../../api/client'
import { useOffice } from '../../stores/office'
import { useSession } from '../../stores/session'
import { isDigestDue } from './digestRule'

/** The daily digest: what waits, told once a day to each person at this computer. What was told is remembered by the person's number and the day, nothing else. */
export const useDailyDigest = defineStore('dailyDigest', () => {
  const session = useSession()
  const office = useOffice()
  const sections = shallowRef<DigestSection[] | null>(null)
  let asking = false
  /** The day on which nothing waited at the last look; what comes later in the day is seen on the screens. */
  let emptyOn = ''

  const keyOf = (personId: number): string => `kiris.digest.${personId}`

  /** Looks whether the digest is due and asks for it. Resolves to the parts when they are told now for the first time. */
  async function look(): Promise<DigestSection[] | null> {
    const { caller, locked } = session
    if (asking || !caller || locked || !office.state || !session.may('register.read')) return null
    const now = office.localNow()
    const { dayStarts: starts, dayEnds: ends } = office.rules
    const told = localStorage.getItem(keyOf(caller.id))
    const isWorking = office.calendar.isWorking(now.date)
    if (emptyOn === now.date || !isDigestDue(now, { isWorking, starts, ends }, told)) return null
    asking = true
    // Claimed before it is asked for, so that a second window does not tell it too.
    localStorage.setItem(keyOf(caller.id), now.date)
    const found = await api.control.digest().catch(() => null)
    asking = false
    if (found && found.sections.length > 0) return (sections.value = found.sections)
    localStorage.setItem(keyOf(caller.id), told ?? '')
    if (found) emptyOn = now.date
    return null
  }

  /** Reads anew what is told, while it is shown. A failure leaves it as it is. */
  async function refresh(): Promise<void> {
    if (!sections.value) return
    const found = await api.control.digest()
    if (sections.value) sections.value = found.sections.length > 0 ? found.sections : null
  }

  function close(): void {
    sections.value = null
  }

  /** Whoever comes back may have something waiting by now. */
  function forgetEmpty(): void {
    emptyOn = ''
  }

  return { sections, look, refresh, close, forgetEmpty }
})
