import { useI18n } from 'vue-i18n'
import { useWords } from '../../i18n'
import type { BookJob } from '#shared/contract'
import type { BookOrder } from './booksStore'
import type { StateMark } from '../../ui'

const MARKS: Record<BookJob['state'], StateMark> = {
  waiting: 'waiting',
  running: 'soon',
  done: 'done',
  cancelled: 'void',
  failed: 'late',
}

/** How books are told. Reactive when called in a template. */
export function useBookWords() {
  const { t } = useI18n()
  const words = useWords()

  /** Which journal, of which days, as what. */
  function title({ book, from, to, format }: BookOrder): string {
    return t('books.screen.what', {
      book: t(`books.screen.journals.${book}`),
      ...days({ from, to }),
      format: t(`books.formats.${format}`),
    })
  }

  const days = ({ from, to }: { from: string; to: string }) => ({ from: words.formatDate(from), to: words.formatDate(to) })

  /** Its name as a file and on a printed sheet, in the language of the book. */
  function name({ book, from, to, language }: BookOrder): string {
    const named = t(`books.names.${book}`, {}, { locale: language })
    return t('books.fileName', { book: named, ...days({ from, to }) }, { locale: language })
  }

  /** How far it is. */
  function state({ state: now, rows, of, pages }: BookJob): { mark: StateMark; text: string } {
    const mark = MARKS[now]
    if (now === 'running') {
      return { mark, text: t('books.screen.states.running', { rows: words.formatCount(rows), of: words.formatCount(of) }) }
    }
    if (now === 'done' && pages !== null) {
      return { mark, text: t('books.screen.states.donePages', { pages: words.formatCount(pages) }) }
    }
    return { mark, text: t(`books.screen.states.${now}`) }
  }

  return { title, name, state }
}
