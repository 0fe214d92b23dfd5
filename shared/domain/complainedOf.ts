import { foldForSearch, searchWords } from './letters'

/** Endings a surname takes in Russian and Kazakh, folded as `foldForSearch` folds: «Бекенову», «Бекеновой», «Бекеновтің», «Бекеновқа». */
const ENDINGS = new RegExp(
  `^(${[
    ...['', 'а', 'я', 'у', 'ю', 'е', 'и', 'ы', 'о', 'ом', 'ем', 'ым', 'им', 'ои', 'еи', 'ую', 'ого', 'его', 'ому', 'ему', 'их', 'ых', 'ами'],
    ...['нын', 'нин', 'дын', 'дин', 'тын', 'тин', 'га', 'ге', 'ка', 'ке', 'на', 'не', 'ны', 'ни', 'ды', 'ди', 'ты', 'ти'],
    ...['да', 'де', 'та', 'те', 'нда', 'нде', 'дан', 'ден', 'тан', 'тен', 'нан', 'нен', 'мен', 'бен', 'пен'],
  ].join('|')})$`,
) // prettier-ignore

/** A vowel that the endings of a feminine surname stand in for: «Сәрсенова» → «Сәрсеновой». Kept in short surnames, which would lose their shape. */
const LAST_VOWEL = /(?<=.{4})[ая]$/

/**
 * Whether a text names somebody by the surname, in any case of Russian or Kazakh and typed with a Russian keyboard too. For the warning that a complaint may not be given for
 * examination to the person complained of (Code 350-VI art. 97(2)); namesakes are named alike, so it can only warn.
 * @param text who is complained of, as the letter says it
 * @param name surname first, e.g. «Бекенов А. Ж.»
 */
export function namesPerson(text: string, name: string): boolean {
  const surname = foldForSearch(name).match(/^\s*([\p{L}’'-]+)/u)?.[1] ?? ''
  // A double surname is named by either half.
  const stems = searchWords(surname)
    .filter((part) => part.length >= 2)
    .flatMap((part) => [part, part.replace(LAST_VOWEL, '')])
  return searchWords(text).some((word) => stems.some((stem) => word.startsWith(stem) && ENDINGS.test(word.slice(stem.length))))
}
