import type { OfficeError } from '#core/db/officeErrors'
import { translatorFor } from '#shared/i18n'

/** The two languages of the office. Which one the clerk reads is written in the very register that could not be opened, so both are shown. */
const LANGUAGES = ['kk', 'ru'] as const

/** What a person needs to know: one line, and what to do. */
export interface Notice {
  title: string
  text: string
}

/** What to tell when the office could not be opened, or the program had to stop: by the code of the `OfficeError`; any other fault gets `stopped` with the path of the log. */
export function noticeOf(error: unknown, logPath: string): Notice {
  const { code, params } = isOfficeError(error) ? error : { code: 'stopped', params: { log: logPath } }
  const written = LANGUAGES.map((language) => {
    const t = translatorFor(language)
    return { title: t(`errors.office.${code}.title`, params), text: t(`errors.office.${code}.text`, params) }
  })
  return { title: written.map(({ title }) => title).join(' / '), text: written.map(({ text }) => text).join('\n\n') }
}

// By name, not by class: the error may come from a chunk of its own.
function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && error.name === 'OfficeError' && 'code' in error && 'params' in error
}
