import { phoneDigits, searchWords } from '#shared/domain'

/** Full-text search. What is stored and what is sought are folded the same way (`foldForSearch`), so that any keyboard finds any spelling. */

/** Texts as one line of folded words for the search index. */
export function indexWords(texts: readonly string[]): string {
  return texts.flatMap(searchWords).join(' ')
}

/** Forms in which a phone number may be sought: with the country's 7 and without. */
export function phoneForms(phone: string): string[] {
  const digits = phoneDigits(phone)
  return digits.length === 11 ? [digits, digits.slice(1)] : [digits]
}

/**
 * The FTS5 query for what a person typed: every word as a prefix, all of them required. Digits set apart by spaces, brackets or hyphens are one number (phone, IIN). `null` when nothing
 * can be sought for.
 */
export function matchQuery(typed: string): string | null {
  const isOneNumber = /^[+\d][\d\s()-]*$/.test(typed.trim()) && typed.replace(/\D/g, '').length >= 6
  const words = isOneNumber ? [phoneDigits(typed)] : searchWords(typed)
  // Words hold letters and digits only, so nothing in them means anything to FTS5; the quotes keep AND, OR and NEAR words.
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}
