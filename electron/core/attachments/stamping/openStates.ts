/** What separates words of a content stream besides white space (ISO 32000-1 §7.2.2). */
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y
const INLINE_PICTURE_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g

/**
 * How many graphics states content leaves open (`q` without `Q`), or below zero, how many it closes that it did not open (ISO 32000-1 §8.4.2). Drivers of some scanners
 * write such pages; what is drawn after them would be moved and scaled unless their states are closed first.
 */
export function openStates(content: Uint8Array): number {
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1')
  let open = 0
  for (let at = 0; at < text.length;) {
    const sign = text[at]!
    if (sign === '(') at = afterString(text, at)
    else if (sign === '%') at = after(text, /[\r\n]/g, at)
    else if (sign === '<') at = text[at + 1] === '<' ? at + 2 : after(text, />/g, at)
    else {
      const word = wordAt(text, at)
      if (word === 'q') open++
      if (word === 'Q') open--
      at = word === 'ID' ? after(text, INLINE_PICTURE_END, at + 2) : at + Math.max(1, word.length)
    }
  }
  return open
}

// A name begins with a slash, and is none of the operators whatever it says.
function wordAt(text: string, at: number): string {
  WORD.lastIndex = text[at] === '/' ? at + 1 : at
  const word = WORD.exec(text)?.[0] ?? ''
  return text[at] === '/' ? `/${word}` : word
}

function after(text: string, end: RegExp, from: number): number {
  end.lastIndex = from
  return end.exec(text) ? end.lastIndex : text.length
}

function afterString(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  return text.length
}
