import type { Closing, SlipLanguages } from '#shared/contract'
import { closingCode, formatDate, type BothLanguages } from '#shared/domain'
import { localMoment, longDate } from '#shared/i18n'
import type { Face, Faces } from '../paper/faces'
import { wrap, type Run } from '../paper/fit'
import { facesInUse } from '../paper/fonts'
import { pdfOf } from '../paper/pdf'
import { qrBoxes, qrCode } from '../paper/qr'
import { GREY, INK, mm, paragraph, Sheet, type TextLine } from '../paper/Sheet'
import type { Role, Tag } from '../paper/tags'
import { besideText, Voices, type Said } from '../paper/voices'

/** Everything the sheet of a closed day shows. */
export interface SheetFacts {
  closing: Closing
  office: { name: BothLanguages; head: string }
  languages: SlipLanguages
  timeZone: string
}

/** A4 upright; the left margin is wide enough for lacing. In points. */
const PAGE = { width: 595.28, height: 841.89 } as const
const LEFT = mm(27)
const RIGHT = PAGE.width - mm(15)
const WIDTH = RIGHT - LEFT
const LABEL = mm(74)
const QR = mm(44)
const [REGULAR, BOLD]: [Face, Face] = ['PTSans-Regular', 'PTSans-Bold']
const LEADING = 1.28

/**
 * The sheet of a closed day as PDF, one A4 page: the figures, the head of the chain of events as text and as a code, places for two signatures. Tagged. The same facts give the same bytes. `useFonts` comes
 * first. Errors: the file system's, when the fonts cannot be read.
 */
export async function renderClosing(facts: SheetFacts): Promise<Uint8Array> {
  const faces = facesInUse()
  const { closing, office, languages } = facts
  const voices = new Voices(languages)
  const pen = layOut(faces, voices, facts)
  return pdfOf(faces, pen.sheet.marks, {
    size: PAGE,
    language: voices.main,
    title: `${voices.say('closings.paper.title').main}: ${formatDate(closing.day)}`,
    author: voices.of(office.name).main,
    createdAt: new Date(closing.closedAt),
  })
}

/** Sizes in which the voided numbers are tried, in points: a day on which a whole batch was voided still has one page. */
const VOIDS = [12, 9, 7.5, 6.5, 5.5] as const

function layOut(faces: Faces, voices: Voices, facts: SheetFacts): Pen {
  let pen = new Pen(new Sheet(faces), faces, voices.second)
  for (const size of VOIDS) {
    pen = new Pen(new Sheet(faces), faces, voices.second)
    heading(pen, voices, facts)
    figures(pen, voices, facts, size)
    chain(pen, voices, facts.closing)
    signatures(pen, voices, facts)
    if (pen.y <= PAGE.height - mm(10)) break
  }
  return pen
}

/** How a text is set. */
interface Look {
  face: Face
  size: number
  colour?: string
  x?: number
  width?: number
}

/** A sheet that is written from above downwards, in its order of reading. */
class Pen {
  y = mm(20)
  readonly #table: Tag = { role: 'Table' }

  constructor(
    readonly sheet: Sheet,
    readonly faces: Faces,
    readonly second: string | null,
  ) {}

  /** Writes a text; the next stands beneath. */
  write(text: string, { face, size, colour = INK, x = LEFT, width = WIDTH }: Look, role: Tag = { role: 'P' }): void {
    const block = paragraph(this.lines([{ text, face, colour }], size, width), x)
    this.sheet.within(role, () => block.draw(this.sheet, this.y))
    this.y += block.height
  }

  /** A text in the paper's language and beneath it, in grey, in the second. */
  both({ main, second }: Said, look: Look, small: Look = { ...look, colour: GREY }, role: Role = 'P'): void {
    this.write(main, look, { role })
    if (second !== null) this.write(second, small, { role: 'P', ...(this.second !== null && { language: this.second }) })
  }

  /** Two cells of the table beside each other. */
  row(label: Said, value: string, size = 12): void {
    const { sheet } = this
    const names = paragraph(this.#names(label, LABEL - mm(3), 10.5), LEFT)
    const values = paragraph(this.lines([{ text: value, face: BOLD }], size, WIDTH - LABEL), LEFT + LABEL)
    sheet.rule(LEFT, this.y, WIDTH, mm(0.2))
    const top = this.y + mm(1.8)
    const cells = () => {
      sheet.within({ role: 'TH', scope: 'Row' }, () => names.draw(sheet, top))
      sheet.within('TD', () => values.draw(sheet, top))
    }
    sheet.within(this.#table, () => sheet.within('TR', cells))
    this.y = top + Math.max(names.height, values.height) + mm(1.8)
  }

  /** Whose signature it is, the place for it, and the name. */
  signature(role: Said, name: string, hint: string): void {
    const { sheet, faces } = this
    const size = 11
    const line = this.y + mm(7)
    const top = line - faces.baseline(REGULAR, size, size * LEADING)
    const names = paragraph(this.lines([{ text: name, face: REGULAR }], size, WIDTH - mm(108)), LEFT + mm(108))
    sheet.within('P', () => {
      paragraph(this.#names(role, mm(52), size), LEFT).draw(sheet, top)
      sheet.rule(LEFT + mm(56), line, mm(48), mm(0.25))
      sheet.text(hint, { face: REGULAR, size: 7.5, colour: GREY }, LEFT + mm(80), line + mm(3.2), 'centre')
      names.draw(sheet, top)
    })
    this.y = line + mm(14)
  }

  lines(runs: Run[], size: number, width: number): TextLine[] {
    return wrap(this.faces, runs, size, width).map((line) => ({ runs: line, size, height: size * LEADING }))
  }

  #names({ main, second }: Said, width: number, size: number): TextLine[] {
    const language = this.second ?? undefined
    const under = second === null ? [] : this.lines([{ text: second, face: REGULAR, colour: GREY, language }], 9.5, width)
    return [...this.lines([{ text: main, face: REGULAR }], size, width), ...under]
  }
}

function heading(pen: Pen, voices: Voices, { closing, office }: SheetFacts): void {
  pen.both(voices.of(office.name), { face: REGULAR, size: 11 })
  pen.y += mm(3)
  pen.sheet.rule(LEFT, pen.y, WIDTH, mm(0.4))
  pen.y += mm(6)
  const small: Look = { face: REGULAR, size: 12, colour: GREY }
  pen.both(voices.say('closings.paper.title'), { face: BOLD, size: 19 }, small, 'H1')
  pen.y += mm(3)
  const day = voices.each((language) => longDate(language, closing.day))
  pen.both(day, { face: BOLD, size: 15 }, small)
  pen.y += mm(1.5)
  const edition = voices.say('closings.paper.edition', { edition: closing.edition })
  pen.write(besideText(edition), { face: REGULAR, size: 10.5 })
  if (closing.edition > 1) pen.both(voices.say('closings.paper.again'), { face: REGULAR, size: 9.5 })
  pen.y += mm(6)
}

function figures(pen: Pen, voices: Voices, { closing, timeZone }: SheetFacts, voidSize: number): void {
  const made = localMoment(closing.closedAt, timeZone)
  const none = besideText(voices.say('closings.paper.none'))
  pen.row(voices.say('closings.paper.count'), String(closing.count))
  pen.row(voices.say('closings.paper.first'), closing.first ?? none)
  pen.row(voices.say('closings.paper.last'), closing.last ?? none)
  const list = closing.voids.join(', ')
  const voids = closing.voids.length === 0 ? none : `${closing.voids.length}: ${list}`
  // Few numbers stand beside their label; many beneath the table, over the whole width.
  const beside = voidSize === VOIDS[0]
  pen.row(voices.say('closings.paper.voids'), beside ? voids : String(closing.voids.length))
  pen.row(voices.say('closings.paper.made'), `${formatDate(made.date)} ${made.time}, ${closing.closedBy}`)
  pen.sheet.rule(LEFT, pen.y, WIDTH, mm(0.2))
  if (!beside) {
    pen.y += mm(2)
    pen.write(list, { face: 'PTSansNarrow-Bold', size: voidSize })
  }
  pen.y += mm(8)
}

function chain(pen: Pen, voices: Voices, closing: Closing): void {
  const { sheet } = pen
  const width = WIDTH - QR - mm(6)
  const [top, bottom] = [pen.y, pen.y + QR]
  pen.both(voices.say('closings.paper.head', { event: closing.eventId }), { face: REGULAR, size: 10.5, width })
  pen.y += mm(2)
  for (const line of grouped(closing.head)) pen.write(line, { face: BOLD, size: 13, width })
  pen.y += mm(2)
  pen.both(voices.say('closings.paper.explain'), { face: REGULAR, size: 9.5, width })
  const boxes = qrBoxes(qrCode(closingCode(closing)), RIGHT - QR, top - mm(3), QR)
  sheet.within({ role: 'Figure', alt: voices.say('closings.paper.code').main }, () => sheet.fill(boxes))
  pen.y = Math.max(pen.y, bottom) + mm(12)
}

/** The hash in groups of four characters, four groups a line. */
function grouped(hash: string): string[] {
  const groups = hash.match(/.{1,4}/g) ?? []
  return [0, 4, 8, 12].map((from) => groups.slice(from, from + 4).join('  ')).filter((line) => line !== '')
}

function signatures(pen: Pen, voices: Voices, { closing, office }: SheetFacts): void {
  const hint = besideText(voices.say('closings.paper.signature'))
  pen.signature(voices.say('closings.paper.clerk'), closing.closedBy, hint)
  pen.signature(voices.say('closings.paper.headOfOffice'), office.head, hint)
}
