/**
 * What was typed, as markdown that shows exactly that: a letter never changes its look, or gains a list, because somebody typed a star or «1.» at the beginning of a line. Blank lines part
 * paragraphs, single breaks stay breaks. Empty for a text of white space only.
 */
export function plainMarkdown(text: string): string {
  return paragraphsOf(text)
    .map((lines) => lines.map(plainLine).join('  \n'))
    .join('\n\n')
}

/** Lines as a list of their own, one item each; blank lines are left out. */
export function listMarkdown(text: string): string {
  const items = paragraphsOf(text).flat()
  // The blank lines keep it a list wherever a template names it, also within a sentence.
  return items.length === 0 ? '' : `\n\n${items.map((line) => `- ${plainLine(line)}`).join('\n')}\n\n`
}

function paragraphsOf(text: string): string[][] {
  const lines = text.normalize('NFC').split(/\r\n|[\r\n\u2028\u2029]/)
  const paragraphs: string[][] = [[]]
  for (const line of lines.map((line) => line.replace(/\s+/g, (space) => (space.includes('\u00a0') ? '\u00a0' : ' ')).trim())) {
    if (line === '') paragraphs.push([])
    else paragraphs.at(-1)!.push(line)
  }
  return paragraphs.filter((lines) => lines.length > 0)
}

function plainLine(line: string): string {
  return (
    line
      .replace(/[\\`*_[\]<>&~|!#]/g, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      .replace(/^[-+=]/, '\\$&')
      // A number alone would begin a list where the template goes on with a full stop.
      .replace(/^(\d)(\d{0,8})$/, (_, first: string, rest: string) => `&#${first.charCodeAt(0)};${rest}`)
  )
}
