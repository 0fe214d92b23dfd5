import MarkdownIt, { type Token } from 'markdown-it'

/** A piece of a line in one look. */
export interface Piece {
  text: string
  bold: boolean
  italic: boolean
}

/** How an item of a list begins. */
export interface ItemMark {
  /** Which list of the text it belongs to, from 0: a second list counts from its own beginning. */
  list: number
  /** 0 = outermost. */
  depth: number
  /** Its number, with «.» or «)» as it was written; `null` in a list of points. */
  number: { value: number; closing: '.' | ')' } | null
  /** The first paragraph of the item; the others bear no mark. */
  first: boolean
}

/** One paragraph of a letter: a plain one, a heading, or one of a list. `lines`: parted by hard breaks; a line without text has no pieces. */
export interface LetterBlock {
  kind: 'paragraph' | 'heading' | 'item'
  lines: Piece[][]
  item: ItemMark | null
}

// Letters know paragraphs, headings, lists, bold and italic. All else (markup of other programs, links, tables, pictures) stays the text it is.
const markdown = new MarkdownIt('zero', { maxNesting: 100 }).enable([
  'heading',
  'list',
  'emphasis',
  'newline',
  'escape',
  'entity',
])

/** Markdown as the paragraphs of a letter, in order. What belongs together («№ 5», «А. М.», «11 желтоқсан», a dash and the word before it) is bound by no-break spaces. */
export function markdownBlocks(text: string): LetterBlock[] {
  const reader = new Reader()
  for (const token of markdown.parse(text, {})) reader.take(token)
  return reader.blocks
}

interface OpenList {
  list: number
  next: number | null
  closing: '.' | ')'
  /** Set while its item has not yet shown its mark. */
  fresh: boolean
}

class Reader {
  readonly blocks: LetterBlock[] = []
  readonly #open: OpenList[] = []
  #lists = 0
  #heading = false

  take(token: Token): void {
    if (token.type === 'inline') return this.#add(linesOf(token.children ?? []))
    if (token.type === 'heading_open') this.#heading = true
    if (token.type === 'heading_close') this.#heading = false
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') this.#openList(token)
    if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') this.#open.pop()
    if (token.type === 'list_item_open') this.#open.at(-1)!.fresh = true
    if (token.type === 'list_item_close') this.#closeItem()
  }

  #openList(token: Token): void {
    const ordered = token.type === 'ordered_list_open'
    const next = ordered ? Number(token.attrGet('start') ?? 1) : null
    this.#open.push({ list: this.#lists++, next, closing: token.markup === ')' ? ')' : '.', fresh: false })
  }

  #closeItem(): void {
    const list = this.#open.at(-1)!
    if (list.next !== null) list.next++
  }

  #add(lines: Piece[][]): void {
    const list = this.#open.at(-1)
    if (!list) return void this.blocks.push({ kind: this.#heading ? 'heading' : 'paragraph', lines, item: null })
    const number = list.next === null ? null : { value: list.next, closing: list.closing }
    const item = { list: list.list, depth: this.#open.length - 1, number, first: list.fresh }
    list.fresh = false
    this.blocks.push({ kind: 'item', lines, item })
  }
}

function linesOf(tokens: readonly Token[]): Piece[][] {
  const lines: Piece[][] = [[]]
  let [bold, italic] = [0, 0]
  for (const { type, content } of tokens) {
    if (type === 'hardbreak') lines.push([])
    else if (type === 'strong_open') bold++
    else if (type === 'strong_close') bold--
    else if (type === 'em_open') italic++
    else if (type === 'em_close') italic--
    else add(lines.at(-1)!, { text: type === 'softbreak' ? ' ' : content, bold: bold > 0, italic: italic > 0 })
  }
  for (const line of lines) for (const piece of line) piece.text = bound(piece.text)
  return lines
}

function add(line: Piece[], piece: Piece): void {
  const last = line.at(-1)
  if (piece.text === '') return
  if (last?.bold === piece.bold && last.italic === piece.italic) last.text += piece.text
  else line.push(piece)
}

const NO_BREAK = '\u00a0'

function bound(text: string): string {
  return (
    text
      .replace(/№ (?=\S)/g, `№${NO_BREAK}`)
      .replace(/(?<=(?:^|[^\p{L}])\p{Lu}\.) (?=\p{Lu}\.)/gu, NO_BREAK)
      .replace(/ (?=[–—] )/g, NO_BREAK)
      // «8 800 080 7777», «+7 (7162) 90-31-16»
      .replace(/(?<=\d\)?) (?=\(?\d)/g, NO_BREAK)
      // «статья 65», «г. Кокшетау», «Көкшетау қ.», «Абай к-сі»
      .replace(/(?<=(?:^|[^\p{L}])(?:(?:стать|пункт)\p{L}{0,3}|г\.|ул\.)) (?=[\d\p{Lu}])/gu, NO_BREAK)
      .replace(/(?<=\p{L}) (?=(?:қ\.|к-сі))/gu, NO_BREAK)
      // «11 желтоқсан», «15 жұмыс күні»
      .replace(/(?<=(?:^|[^\p{L}\d])\d{1,4}) (?=\p{Ll})/gu, NO_BREAK)
  )
}
