import type { NameNotice } from '#shared/contract'

/** Longest name of a file that is kept, in characters with the ending. */
export const LONGEST_NAME = 120

/** Where nothing of a name is left. */
const NAMELESS = 'file'

/** Names that mean a device on Windows, whatever stands behind the first dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** What looks like an ending: short, Latin letters and digits, not digits alone («№ 12.05» has none). */
const ENDING = /\.(?=[^.]*[a-z])[a-z0-9]{1,5}$/i

/** Control signs, invisible and bidirectional ones, line breaks of Unicode, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Signs that a file name may not hold on Windows. */
const FORBIDDEN = /[<>:"|?*]/g

/** The name a file is kept under, and what was done to it. `endings`: those that fit its content, the usual one first. NFC; letters of every alphabet stay. */
export function nameFor(given: string, endings: readonly string[]): { name: string; notices: NameNotice[] } {
  const { text, cleaned } = clean(given)
  const notices: NameNotice[] = cleaned ? ['cleaned'] : []
  const ended = withEnding(text, endings)
  if (ended.corrected) notices.unshift('ending')
  const stem = shorten(ended.stem, LONGEST_NAME - ended.ending.length)
  if (stem !== ended.stem) notices.push('shortened')
  return { name: stem + ended.ending, notices }
}

/** A name that can be shown in an answer: cleaned and shortened, its ending left as it came. */
export function shownName(given: string): string {
  return shorten(clean(given).text, LONGEST_NAME)
}

/** The ending of a name, in small letters, without the dot; empty where there is none. */
export function endingOf(name: string): string {
  return ENDING.exec(clean(name).text)?.[0].slice(1).toLowerCase() ?? ''
}

function clean(given: string): { text: string; cleaned: boolean } {
  const typed = given.normalize('NFC').trim()
  const visible = typed.replace(INVISIBLE, '')
  const last = visible.replace(/^.*[/\\]/s, '').replace(/^[a-z]:/i, '')
  const plain = last
    .replace(FORBIDDEN, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const text = RESERVED.test(plain.split('.')[0]!.trim()) ? `_${plain}` : plain
  return { text: text || NAMELESS, cleaned: text !== typed }
}

function withEnding(name: string, endings: readonly string[]): { stem: string; ending: string; corrected: boolean } {
  const ending = ENDING.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - ending.length)
  const fits = (one: string): boolean => endings.includes(one.slice(1).toLowerCase())
  if (ending !== '' && fits(ending)) return { stem, ending, corrected: false }
  // «letter.pdf.exe» that is a PDF is called «letter.pdf».
  const before = ENDING.exec(stem)?.[0] ?? ''
  if (before !== '' && fits(before)) return { stem: stem.slice(0, stem.length - before.length), ending: before, corrected: true }
  return { stem: stem || NAMELESS, ending: `.${endings[0]}`, corrected: true }
}

/** Cuts between characters, never within one, and leaves no blank or dot at the end. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > longest) break
    kept += character
  }
  return kept.replace(/[\s.]+$/, '')
}
