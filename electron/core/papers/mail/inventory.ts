import { formatDate } from '#shared/domain'
import type { Run } from '../../paper/fit'
import { GREY, mm, paragraph, Sheet, type Block, type TextLine } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import { besideText, type Voices } from '../../paper/voices'
import { heading, type Span } from '../form/head'
import { A4, type Paper, type PaperMaker } from '../form/Paper'
import { tableHead, tableRows, type Cells, type Column } from '../form/table'
import { BOLD, fitted, NARROW, REGULAR, steps } from '../form/texts'
import type { Enclosed, InventoryFacts } from './inventoryFacts'

const SPAN: Span = { x: mm(18), width: A4.width - mm(36) }
const HALF = A4.height / 2
/** Rows of the table, so that something put in by hand can be written down too. */
const LEAST_ROWS = 5
const STAMP = mm(28)
const LINE = mm(0.2)
const plain = (text: string): Run[] => [{ text, face: REGULAR }]

/** The inventory of an envelope in two copies on one A4: the upper goes into the envelope, the lower stays with the sender. */
export function inventory(maker: PaperMaker, facts: InventoryFacts): Paper {
  const sheet = new Sheet(maker.faces)
  drawCopy(sheet, maker, facts, { top: mm(9), copy: 'inside' })
  sheet.rule(0, HALF, A4.width, { width: mm(0.3), dash: mm(0.9) })
  drawCopy(sheet, maker, facts, { top: HALF + mm(9), copy: 'kept' })
  const title = maker.voices.say('papers.inventory.file', { number: facts.number }).main
  return { size: A4, pages: [sheet], title }
}

function drawCopy(
  sheet: Sheet,
  maker: PaperMaker,
  facts: InventoryFacts,
  { top, copy }: { top: number; copy: 'inside' | 'kept' },
): void {
  const { voices } = maker
  const title = heading(maker, voices.say('papers.inventory.title'), SPAN, [
    `№ ${facts.number} · ${besideText(voices.say(`papers.inventory.copies.${copy}`))}`,
  ])
  const parties = partiesBlock(maker, facts)
  title.draw(sheet, top)
  let y = top + title.height + mm(1.5)
  sheet.within('P', () => parties.draw(sheet, y))
  y += parties.height + mm(2)
  y = drawTable(sheet, maker, facts.enclosed, y)
  drawEnd(sheet, maker, y + mm(3))
}

function partiesBlock({ faces, voices, imprint: { office } }: PaperMaker, { to }: InventoryFacts): Block {
  const label = (key: string): string => besideText(voices.say(`papers.mail.${key}`))
  const party = (key: string, name: string, address: string): TextLine[] => [
    ...fitted(faces, `${label(key)}: ${name}`, SPAN.width, [
      ...steps(BOLD, [9, 1], [8.5, 2]),
      ...steps('PTSansNarrow-Bold', [8, 3]),
    ]),
    ...fitted(faces, address, SPAN.width, [...steps(REGULAR, [9, 1], [8.5, 2]), ...steps(NARROW, [8, 3])]),
  ]
  const address = [...to.under, to.postcode, to.address].filter(Boolean).join(', ')
  return paragraph(
    [...party('to', to.name, address), ...party('from', voices.of(office.name).main, voices.of(office.address).main)],
    SPAN.x,
  )
}

function nameOf(voices: Voices, item: Enclosed): string {
  if (item.what === 'annexes') return besideText(voices.say('papers.inventory.annexes', { number: item.number }))
  const word =
    item.what === 'letter' ? voices.say(`decisions.purposes.${item.purpose}`) : voices.say(`words.kinds.${item.kind}.name`)
  return `${besideText(word)} № ${item.number}, ${formatDate(item.on)}`
}

/** The table of what lies in the envelope; the lower edge of it. */
function drawTable(sheet: Sheet, maker: PaperMaker, enclosed: readonly Enclosed[], top: number): number {
  const { voices } = maker
  const columns: Column[] = [
    { label: { main: '№', second: null }, part: 8, align: 'right' },
    { label: voices.say('papers.inventory.what'), part: 92 },
    { label: voices.say('papers.inventory.sheets'), part: 22, align: 'right' },
  ]
  const total = enclosed.reduce((sum, { sheets }) => sum + sheets, 0)
  const rows: Cells[] = [
    ...enclosed.map((item, index) => [plain(String(index + 1)), plain(nameOf(voices, item)), plain(String(item.sheets))]),
    ...Array.from({ length: Math.max(0, LEAST_ROWS - enclosed.length) }, () => []),
    [[], [{ text: besideText(voices.say('papers.inventory.total')), face: BOLD }], [{ text: String(total), face: BOLD }]],
  ]
  const table: Tag = { role: 'Table' }
  let y = top
  for (const piece of [tableHead(maker, columns, SPAN, table), ...tableRows(maker, columns, rows, SPAN, table)]) {
    piece.draw(sheet, y)
    y += piece.height
  }
  return y
}

/** Who signs, and where the post sets its stamp. */
function drawEnd(sheet: Sheet, { faces, voices }: PaperMaker, top: number): void {
  const { x, width } = SPAN
  const lines = width - STAMP - mm(8)
  const small = { face: REGULAR, size: 7, colour: GREY } as const
  for (const [index, key] of ['sender', 'post'].entries()) {
    const y = top + mm(9) + index * mm(13)
    const who = besideText(voices.say(`papers.inventory.${key}`))
    sheet.within('P', () => sheet.text(who, { face: REGULAR, size: 9 }, x, y))
    const start = x + Math.max(mm(58), faces.width(who, REGULAR, 9) + mm(3))
    sheet.rule(start, y, x + lines - start, LINE)
    sheet.text(besideText(voices.say('papers.common.sign')), small, (start + x + lines) / 2, y + mm(3.2), 'centre')
  }
  const left = x + width - STAMP
  sheet.frame(left, top, STAMP, STAMP, LINE)
  const said = voices.say('papers.inventory.stamp')
  const caption = [said.main, said.second ?? ''].flatMap((text) =>
    fitted(faces, text, STAMP - mm(3), steps(REGULAR, [7, 3]), { colour: GREY }),
  )
  sheet.within('P', () => paragraph(caption, left + STAMP / 2, 'centre').draw(sheet, top + mm(3)))
}
