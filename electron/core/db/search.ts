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
  const words = searchWords(typed)
  if (words.length === 0) return null
  const digits = typed.replace(/\D/g, '')
  const mayBeOneNumber = /^[+(\d][\d\s()-]*$/.test(typed.trim()) && digits.length >= 6
  // The digits as they stand (IIN), as a phone number of the country, also one half typed; or the words after all (a sender's number `03-15-1234`).
  const forms = mayBeOneNumber ? [digits, phoneDigits(typed), digits.replace(/^8/, '7')] : []
  return [...new Set(forms.map((form) => prefixes([form]))), prefixes(words)].join(' OR ')
}

/** Words hold letters and digits only, so nothing in them means anything to FTS5; the quotes keep AND, OR and NEAR words. */
function prefixes(words: readonly string[]): string {
  return `(${words.map((word) => `"${word}"*`).join(' ')})`
}
