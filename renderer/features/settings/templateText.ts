/** Where a template is being written, as far as putting something in needs it. */
export type TextField = Pick<
  HTMLTextAreaElement,
  'value' | 'selectionStart' | 'selectionEnd' | 'focus' | 'setRangeText' | 'setSelectionRange' | 'dispatchEvent'
>

/** What stands in a template for a field: `{{name}}`, or a section around `inside` that is left out where the field is empty. */
export function markOf(field: string, inside: string | null): string {
  return inside === null ? `{{${field}}}` : `{{#${field}}}${inside || `{{${field}}}`}{{/${field}}}`
}

/** Puts a field in where the caret is, instead of what is selected; as a section it goes around what is selected. The caret stands after it, and the writing can be undone like typing. */
export function putIn(area: TextField, field: string, asSection: boolean): void {
  const { selectionStart: from, selectionEnd: to, value } = area
  const mark = markOf(field, asSection ? value.slice(from, to) : null)
  area.focus()
  area.setSelectionRange(from, to)
  if (typeAtCaret(mark)) return
  area.setRangeText(mark, from, to, 'end')
  area.setSelectionRange(from + mark.length, from + mark.length)
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

// The one way into the undo history of a text field; where it is missing the text is put in without it.
function typeAtCaret(text: string): boolean {
  try {
    return document.execCommand('insertText', false, text)
  } catch {
    return false
  }
}

/** First and last place of a line (from 1) of a text; the last line where there are fewer. */
export function lineSpan(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n')
  const at = Math.min(Math.max(line, 1), lines.length) - 1
  const from = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0)
  return { from, to: from + lines[at]!.length }
}
