import { translatorFor } from '#shared/i18n'
import { facesInUse, useFonts } from '../paper/fonts'
import type { BookTask } from './bookFacts'
import type { BookWriter } from './BookWriter'
import { periodOf } from './bookWords'
import { BOOK_COLUMNS } from './columns'
import { certificate } from './print/certificate'
import { PageDrawing, roomBelow, TOTAL_ROW } from './print/drawPage'
import { columnsOf, PAGE } from './print/geometry'
import { Heads, officeOf } from './print/heads'
import { RowLayout } from './print/layRow'
import { PageFlow } from './print/PageFlow'
import { PageNotes } from './print/PageNotes'
import { PdfPages } from './print/PdfPages'
import type { PdfDetails } from '../paper/pdf'
import type { Faces } from '../paper/faces'
import type { Mark } from '../paper/Sheet'

/** To lay a row out takes about so much of the time of a row; the rest is drawing it. */
const LAYING = 0.3

/** Where drawn pages go. */
export interface PageSink {
  add(marks: readonly Mark[]): Promise<void>
  end(): Promise<void>
}

/** Begins a file of pages. */
export type OpenSink = (path: string, faces: Faces, details: PdfDetails) => Promise<PageSink>

const intoPdf: OpenSink = (path, faces, details) => PdfPages.open(path, faces, details)

/**
 * A book as PDF: A4 landscape, heads, totals and «n / N» on each page, the certification sheet at the end; fonts embedded, text selectable, language and title set. Not tagged: the tables are the
 * accessible forms. Twice over the rows, since N is known only when all are laid out; what was laid out waits on the disk.
 */
export async function pdfWriter(task: BookTask, progress: (rows: number) => void, open = intoPdf): Promise<BookWriter> {
  useFonts(task.fontsDir)
  const faces = facesInUse()
  const { fields, summed } = BOOK_COLUMNS[task.book]
  const columns = columnsOf(task.book)
  const heads = new Heads(faces, task, columns)
  const layout = new RowLayout(faces, columns, fields, summed)
  const notes = new PageNotes(`${task.file}.pages`)
  const room = { first: roomBelow(heads.bottom(true)), next: roomBelow(heads.bottom(false)) }
  const flow = new PageFlow(room, summed.length, (page) => notes.add(page))
  const numbers = { first: '', last: '' }
  let laid = 0
  return {
    async add(lines) {
      for (const line of lines) {
        flow.add(layout.row(line))
        numbers.last = String(line.values['number'])
        numbers.first ||= numbers.last
      }
      progress(Math.floor((laid += lines.length) * LAYING))
    },
    async end() {
      flow.end(TOTAL_ROW)
      const drawing = new PageDrawing(faces, task, columns, heads, summed)
      const pages = notes.count + 1
      const pdf = await open(task.file, faces, detailsOf(task))
      let { sofar } = { sofar: { rows: 0, voids: 0, sums: [] as number[] } }
      for (let at = 0; at < notes.count; at++) {
        const page = notes.page(at)
        await pdf.add(drawing.page(page, at, pages, at === notes.count - 1).marks)
        sofar = page.sofar
        progress(Math.floor(laid * LAYING + sofar.rows * (1 - LAYING)))
      }
      const last = certificate(faces, task, { pages, totals: sofar, ...numbers })
      drawing.number(last, pages, pages)
      await pdf.add(last.marks)
      await pdf.end()
      notes.remove()
      return pages
    },
  }
}

function detailsOf(task: BookTask) {
  const say = translatorFor(task.language)
  return {
    size: { width: PAGE.width, height: PAGE.height },
    language: task.language === 'kk' ? 'kk-KZ' : 'ru-RU',
    title: `${say(`books.paper.titles.${task.book}`)}, ${periodOf(task, say)}`,
    author: officeOf(task),
    createdAt: new Date(task.madeAt),
  }
}
