import { dayMonth } from '#shared/i18n'
import { widthOf, wrap, type Run } from '../../paper/fit'
import { mm, paragraph, within, type Block, type TextLine } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import { beside } from '../../paper/voices'
import type { Reason } from './reasons'
import { dayNumbers } from './writtenDays'
import { MONTH, monthLeft, reasonFaces, type YearPage } from './YearPage'

const LEADING = 1.2

const monthOf = ({ dates }: Reason): number => +dates[0]!.slice(5, 7) - 1

/** The reasons of a quarter (0–3) as its three columns: each month's beneath it, or, where there are too many, spread evenly. */
export function quarterReasons(page: YearPage, reasons: readonly Reason[], quarter: number): Block[] {
  const own = reasons.filter((reason) => Math.floor(monthOf(reason) / 3) === quarter)
  if (page.allowance.pooled) return pooledColumns(page, own)
  const inMonth = (place: number): Reason[] => own.filter((reason) => monthOf(reason) === quarter * 3 + place)
  return [0, 1, 2].map((place) => monthColumn(page, inMonth(place), place))
}

/** Days to the left, reasons to the right of them. */
function monthColumn(page: YearPage, reasons: readonly Reason[], place: number): Block {
  const { faces, allowance } = page
  const { bold } = reasonFaces(allowance)
  const labels = reasons.map(({ dates }): Run[] => [{ text: dayNumbers(dates), face: bold }])
  const indent = Math.max(mm(4), ...labels.map((label) => widthOf(faces, label, allowance.size) + mm(1.3)))
  const texts = reasons.map((reason) => linesOf(page, textOf(page, reason), MONTH - indent))
  const x = monthLeft(place)
  return {
    height: texts.flat().length * allowance.size * LEADING,
    draw(sheet, top) {
      let y = top
      const drawReason = (lines: readonly TextLine[], index: number): void => {
        const block = paragraph(lines, x + indent)
        sheet.within('Lbl', () => paragraph(linesOf(page, labels[index]!, indent), x).draw(sheet, y))
        sheet.within('LBody', () => block.draw(sheet, y))
        y += block.height
      }
      sheet.within('L', () => texts.forEach((lines, index) => sheet.within('LI', () => drawReason(lines, index))))
    },
  }
}

/** Texts under each other, each an entry of one list. */
function listOf(list: Tag, texts: readonly (readonly TextLine[])[], x: number): Block {
  const items = texts.map((lines) => within('LI', within('LBody', paragraph(lines, x))))
  return {
    height: items.reduce((sum, { height }) => sum + height, 0),
    draw(sheet, top) {
      let y = top
      for (const item of items) {
        sheet.within(list, () => item.draw(sheet, y))
        y += item.height
      }
    },
  }
}

/** All reasons through three columns, each whole in one of them; what is too much is counted at the end. */
function pooledColumns(page: YearPage, reasons: readonly Reason[]): Block[] {
  const texts = reasons.map((reason) => linesOf(page, [...labelOf(page, reason), ...textOf(page, reason)], MONTH))
  const { lines } = page.allowance
  const list: Tag = { role: 'L' }
  const lowest = Math.max(Math.ceil(texts.flat().length / 3), ...texts.map((text) => text.length))
  for (let height = lowest; height <= lines; height++) {
    const columns = columnsOf(texts, height)
    if (columns.length <= 3) return [0, 1, 2].map((place) => listOf(list, columns[place] ?? [], monthLeft(place)))
  }
  const short = texts.map((text) => text.slice(0, lines - 1))
  const kept = columnsOf(short, lines - 1).slice(0, 3)
  const told = kept.flat().length
  const left = reasons.slice(told).reduce((sum, { dates }) => sum + dates.length, 0)
  const more = beside(page.voices.say('yearPaper.notes.more', { count: left }), reasonFaces(page.allowance).bold)
  return kept.map((column, place) => {
    const last = place === 2 && left > 0 ? [linesOf(page, more, MONTH).slice(0, 1)] : []
    return listOf(list, [...column, ...last], monthLeft(place))
  })
}

/** Texts one after another, each whole, in columns of so many lines. */
function columnsOf(texts: readonly TextLine[][], height: number): TextLine[][][] {
  const columns: TextLine[][][] = []
  for (const text of texts) {
    const last = columns.at(-1)
    if (last && last.flat().length + text.length <= height) last.push(text)
    else columns.push([text])
  }
  return columns
}

function linesOf({ faces, allowance }: YearPage, runs: readonly Run[], width: number): TextLine[] {
  const { size } = allowance
  return wrap(faces, runs, size, width).map((line) => ({ runs: line, size, height: size * LEADING }))
}

function textOf({ allowance }: YearPage, { said, after, lead }: Reason): Run[] {
  const { plain, bold } = reasonFaces(allowance)
  const day = allowance.pooled ? lead : ''
  return [
    { text: day, face: bold },
    ...beside({ ...said, main: said.main.slice(day.length) }, plain),
    { text: after, face: plain },
  ]
}

/** «21–23 наурыз »: no column names the month of these days. A transfer names its days itself. */
function labelOf({ voices, allowance }: YearPage, { dates, lead }: Reason): Run[] {
  if (lead !== '') return []
  const text = dayMonth(voices.main, dates[0]!).replace(/\d+/, dayNumbers(dates))
  return [{ text: `${text} `, face: reasonFaces(allowance).bold }]
}
