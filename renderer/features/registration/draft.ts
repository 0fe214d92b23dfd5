import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import type { AppealFacts } from '#shared/contract'
import { api } from '../../api/client'
import { beforeLock } from '../../stores/beforeLock'
import { useSession } from '../../stores/session'
import type { DraftFile } from '../attachments/letterFiles'
import { isBegun } from './newLetter'

const PAUSE_MS = 800
const RETRY_MS = 5000

/** What is kept of an unfinished registration. The request's name goes with it, so that a letter sent twice, even after a restart, is registered once. */
export interface DraftContent {
  requestId: string
  letter: AppealFacts
  sheets: string
  /** Files that came in already; they wait with the office until the letter is registered. */
  files: DraftFile[]
}

/** Keeps the unfinished registration with the office, a moment after each change. A draft never has a number. */
export function useDraft(content: Ref<DraftContent>, active: Ref<boolean>) {
  const session = useSession()
  const savedAt = ref<string | null>(null)
  const failed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let saved = ''

  async function save(locking = false): Promise<void> {
    clearTimeout(timer)
    // Beneath the lock nobody is signed in; what changed until then was saved as it closed.
    if (session.locked && !locking) return
    const text = JSON.stringify(content.value)
    // A file taken out again leaves a draft that has to forget it too.
    const isWorthKeeping = isBegun(content.value.letter) || content.value.files.length > 0 || saved !== ''
    if (!active.value || text === saved || !isWorthKeeping) return
    const answer = await api.drafts.save({ content: JSON.parse(text) as Record<string, unknown> }).catch(() => null)
    // What could not be kept is on the screen and is tried again by itself.
    failed.value = answer === null
    if (!answer) {
      timer = setTimeout(() => void save(), RETRY_MS)
      return
    }
    saved = text
    savedAt.value = answer.savedAt
  }

  /** The draft of before; `null` when there is none, or when it is of another form than today's. */
  async function load(): Promise<DraftContent | null> {
    const draft = await api.drafts.load()
    if (!draft || !isDraft(draft.content)) return null
    savedAt.value = draft.savedAt
    saved = JSON.stringify(draft.content)
    // Drafts of before knew no files.
    return { ...draft.content, files: draft.content.files ?? [] }
  }

  /** Knows no draft any more: the register took it with the letter. */
  function forget(): void {
    clearTimeout(timer)
    saved = ''
    savedAt.value = null
  }

  /** Throws the draft away because the clerk cleared the form. */
  async function discard(): Promise<void> {
    forget()
    await api.drafts.discard().catch(() => {})
  }

  watch(
    content,
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void save(), PAUSE_MS)
    },
    { deep: true },
  )
  onBeforeUnmount(beforeLock(() => save(true)))
  watch(
    () => session.locked,
    (locked) => locked || void save(),
  )
  onBeforeUnmount(() => void save().finally(() => clearTimeout(timer)))
  return { savedAt, failed, load, save, forget, discard }
}

type KeptContent = Omit<DraftContent, 'files'> & Partial<Pick<DraftContent, 'files'>>

function isDraft(content: Record<string, unknown>): content is Record<string, unknown> & KeptContent {
  const { requestId, letter, sheets, files } = content
  const facts = typeof requestId === 'string' && typeof sheets === 'string' && typeof letter === 'object' && letter !== null
  return facts && (files === undefined || Array.isArray(files))
}
