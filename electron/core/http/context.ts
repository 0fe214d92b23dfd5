import type { Logger } from 'pino'
import type { Database } from '../db/database'
import type { History } from '../audit/history.service'
import type { SignedIn } from '../call'
import type { Changes } from './changes'

/** What the pipeline knows of a request before any procedure runs. */
export interface RequestContext {
  db: Database
  history: History
  changes: Changes
  log: Logger
  caller: SignedIn | null
  /** Moment of the request, UTC ISO-8601. */
  at: string
  workstation: string
  session: string | null
  secure: boolean
  answer: Headers
}
