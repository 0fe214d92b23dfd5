import type { Messages } from '#shared/i18n'

/** Texts of the checker page in one language. */
export type CheckerTexts = Messages['proof']['checker']

/** What the office puts into its checker page. Dates local. */
export interface CheckerData {
  office: { kk: string; ru: string }
  madeOn: string
  /** Every key the office has signed slips with, newest first; public halves (hex). A slip registered after `validTo` was not signed by the office. */
  keys: { id: number; publicKey: string; since: string; replacedOn: string | null; validTo: string | null }[]
  texts: { kk: CheckerTexts; ru: CheckerTexts; en: CheckerTexts }
  /** What each language is called in itself. */
  languages: { kk: string; ru: string; en: string }
}
