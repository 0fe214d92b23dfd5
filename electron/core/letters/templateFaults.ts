import type { ErrorParams } from '#shared/contract'
import { firstUnprintable, TEMPLATE_FIELDS } from '#shared/domain'
import Mustache from 'mustache'

/** Why a template cannot be used. `params` fill the text `errors.<code>`: the file, the line (from 1), the field or character. */
export interface TemplateFault {
  code: 'templates.unknown_field' | 'templates.broken' | 'templates.unreadable' | 'templates.unprintable'
  params: ErrorParams
}

/** What mustache makes of a template: its mark, its value, where it begins and ends; a section also has what stands in it. */
type Token = [mark: string, value: string, start: number, end: number, inside?: Token[]]

const FIELDS: ReadonlySet<string> = new Set(TEMPLATE_FIELDS)

/** The first fault of a template's text, or `null`: brackets and sections, then fields, then characters that the paper cannot show. `file` is the name it is reported under. */
export function faultOf(file: string, text: string): TemplateFault | null {
  const line = (at: number): number => text.slice(0, at).split('\n').length
  const broken = (at: number): TemplateFault => ({ code: 'templates.broken', params: { file, line: line(at) } })
  // Once the brackets are others, nothing after it means what it says.
  const delimiters = text.search(/\{\{\s*=/)
  if (delimiters >= 0) return broken(delimiters)
  let tokens: Token[]
  try {
    tokens = new Mustache.Writer().parse(text) as Token[]
  } catch (error) {
    return broken(placeOf(error, text))
  }
  for (const [mark, value, start] of flat(tokens)) {
    if (mark === 'text' || mark === '!') continue
    if (mark === '>' || /[\n{}]/.test(value)) return broken(start)
    if (!FIELDS.has(value)) return { code: 'templates.unknown_field', params: { file, line: line(start), field: value } }
  }
  return unprintable(file, text)
}

function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flat(token[4] && typeof token[4] !== 'string' ? token[4] : [])])
}

/** Where the person has to look for what mustache complains of. It names the end of the text for all that is never closed. */
function placeOf(error: unknown, text: string): number {
  const complaint = error instanceof Error ? error.message : ''
  const at = Number(/ at (\d+)$/.exec(complaint)?.[1] ?? 0)
  if (complaint.startsWith('Unclosed tag')) return openBracket(text)
  const section = /^Unclosed section "([^]*)" at /.exec(complaint)?.[1]
  if (section === undefined || at < text.length) return at
  const openings = [...text.matchAll(/\{\{\s*[#^]\s*([^}]*?)\s*\}\}/g)].filter(([, name]) => name === section)
  return openings.at(-1)?.index ?? 0
}

/** The opening bracket that no closing one follows. */
function openBracket(text: string): number {
  let at = text.indexOf('{{')
  for (;;) {
    const close = /^\{\{\s*\{/.test(text.slice(at)) ? '}}}' : '}}'
    const end = text.indexOf(close, at + 2)
    const next = end < 0 ? -1 : text.indexOf('{{', end + close.length)
    if (next < 0) return Math.max(at, 0)
    at = next
  }
}

function unprintable(file: string, text: string): TemplateFault | null {
  for (const [index, line] of text.split('\n').entries()) {
    const character = firstUnprintable(line, true)
    if (character !== null)
      return { code: 'templates.unprintable', params: { file, line: index + 1, character: shown(character) } }
  }
  return null
}

/** A character that would not be seen in the message is named by its number. */
function shown(character: string): string {
  return /[\p{C}\p{Z}\p{M}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character
}
