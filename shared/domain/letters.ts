/** Kazakh and Russian letters: how they are searched, sorted and shortened. SQLite and Chromium know neither (see the README). */

/** The Kazakh alphabet of 42 letters in its order; Russian is a subset of it in the same order. */
const ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'

const FOLDED: Readonly<Record<string, string>> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е', й: 'и',
} // prettier-ignore

/**
 * The form in which texts are searched: NFC, lower case, and Kazakh letters as a Russian keyboard would write them (ә→а ғ→г қ→к ң→н ө→о ұ,ү→у һ→х і→и
 * ё→е й→и), so that «шагым» finds «шағым». Both the stored text and the query go through it.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[әғқңөұүһіёй]/g, (letter) => FOLDED[letter]!)
}

/** Words to search for, folded: letters and digits only. A number such as `Ж-0612/26` falls apart into its parts. */
export function searchWords(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * A key that sorts by code unit in the order of the Kazakh alphabet (Әбенов after Алиев, not after Яковлев). Digits come before letters; case and
 * punctuation do not count, spaces do.
 */
export function sortKey(text: string): string {
  let key = ''
  for (const letter of text.normalize('NFC').toLowerCase()) {
    const place = ALPHABET.indexOf(letter)
    if (place >= 0) key += String.fromCharCode(0x100 + place)
    else if (/[\p{L}\p{N}]/u.test(letter)) key += letter
    else if (/\s/.test(letter) && !key.endsWith(' ')) key += ' '
  }
  return key.trim()
}

/** Compares two texts in the order of the Kazakh alphabet. */
export function compareTexts(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Legal forms and quotation marks by which the name of a legal entity is told from a person's. */
const LEGAL_FORM = /[«»"“”]|(^|\s)(ЖШС|АҚ|КММ|КМҚК|РММ|МКҚК|ҚБ|ММ|ТОО|АО|КГУ|ГККП|КГКП|РГУ|ГУ|ОО|ОФ|ЧУ|LLP|JSC)(?=[\s,.]|$)/u

/** Whether a name is that of a legal entity: it bears a legal form («ЖШС», «ТОО») or quotation marks. */
export function isLegalName(name: string): boolean {
  return LEGAL_FORM.test(name)
}

/**
 * Surname and initials from a full name written surname first: «Сейтқали Айгүл Маратқызы» → «Сейтқали А. М.» (R8). A name of one word, or one that
 * already bears initials, stays as it is.
 */
export function surnameAndInitials(fullName: string): string {
  // What is no name of a person (a firm in quotation marks, a number) is never shortened: nothing may vanish from a slip.
  if (
    isLegalName(fullName) ||
    fullName
      .trim()
      .split(/\s+/)
      .some((part) => !/^\p{L}/u.test(part))
  )
    return fullName.trim()
  const [surname = '', ...rest] = fullName.trim().split(/\s+/)
  const initials = rest.slice(0, 2).map((part) => `${part[0]!.toUpperCase()}.`)
  return [surname, ...initials].join(' ')
}

/**
 * Digits of a phone number in one form, `7XXXXXXXXXX`: a leading 8 is the national prefix, and ten digits that begin with 7 are a number without any prefix. Empty when it has
 * fewer than five digits.
 */
export function phoneDigits(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  if (digits.length < 5) return ''
  if (digits.length === 10 && digits.startsWith('7')) return `7${digits}`
  return digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits
}

/** The national form: city `+7 (7162) 90-31-16`, mobile `+7 700 000 12 34`, toll-free `8 800 080 7777`; other numbers stay as typed. */
export function formatPhone(typed: string): string {
  const digits = phoneDigits(typed)
  if (digits.length !== 11 || !digits.startsWith('7') || !/^[\d\s()+-]+$/.test(typed)) return typed.trim()
  const rest = digits.slice(1)
  // Toll-free numbers work only with the national prefix.
  if (rest.startsWith('800')) return `8 800 ${rest.slice(3, 6)} ${rest.slice(6)}`
  return rest.startsWith('71') || rest.startsWith('72')
    ? `+7 (${rest.slice(0, 4)}) ${rest.slice(4, 6)}-${rest.slice(6, 8)}-${rest.slice(8)}`
    : `+7 ${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6, 8)} ${rest.slice(8)}`
}
