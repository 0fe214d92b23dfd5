import { formatDate } from '#shared/domain'
import { messages, type Translator } from '#shared/i18n'
import type { BookTask } from './bookFacts'

/** «за период 01.01.2026 – 31.12.2026». */
export function periodOf({ from, to }: Pick<BookTask, 'from' | 'to'>, say: Translator): string {
  return say('books.paper.period', { from: formatDate(from), to: formatDate(to) })
}

/**
 * A whole number below a million in words, as it is written on the certification sheet beside the figures: «жүз», «двенадцать». `feminine`: counts something feminine (in Russian «одна
 * страница»).
 */
export function inWords(count: number, language: 'kk' | 'ru', say: Translator, feminine = false): string {
  const { zero } = messages[language].books.paper.numbers
  if (count === 0) return zero
  const thousands = Math.floor(count / 1000)
  const words =
    thousands > 0 ? [say('books.paper.numbers.thousands', { words: below1000(thousands, language, true), count: thousands })] : []
  return [...words, below1000(count % 1000, language, feminine)].filter(Boolean).join(' ')
}

function below1000(count: number, language: 'kk' | 'ru', feminine: boolean): string {
  const { hundreds, tens, teens, ones, onesFeminine } = messages[language].books.paper.numbers
  const [hundred, rest, ten, one] = [Math.floor(count / 100), count % 100, Math.floor((count % 100) / 10), count % 10]
  const unit = (feminine ? onesFeminine : ones)[one - 1]
  const small = ten === 1 ? [teens[rest - 10]] : [tens[ten - 2], unit]
  return [hundreds[hundred - 1], ...small].filter(Boolean).join(' ')
}
