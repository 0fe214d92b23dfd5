import { formatDate } from '#shared/domain'
import type { Run } from '../../paper/fit'
import { GREY, mm, paragraph } from '../../paper/Sheet'
import { beside, besideText, type Said, type Voices } from '../../paper/voices'
import { keptTogether, pieceOf, tagged, type Piece, type Room } from '../form/flow'
import { heading, officeHead, type Span } from '../form/head'
import { pagesOf } from '../form/pages'
import { A4, type Paper, type PaperMaker } from '../form/Paper'
import { rowPieces, type Row } from '../form/rows'
import { signatures } from '../form/signatures'
import { BOLD, fitted, REGULAR, steps } from '../form/texts'
import type { CountedChain, CountedJournal, NumberingFacts, Stretch } from './numberingFacts'

const SPAN: Span = { x: mm(22), width: A4.width - mm(40) }
const ROOM: Room = { firstTop: mm(14), nextTop: mm(14), bottom: A4.height - mm(15) }

const plain = (text: string): Run => ({ text, face: REGULAR })
const grey = (text: string): Run => ({ text, face: REGULAR, colour: GREY })

/** The certificate of numbering of a year: for each book the numbers from–to, how many, gaps, voids, what the history says, and the head of the chain of events; places to sign. */
export async function numbering(maker: PaperMaker, facts: NumberingFacts): Promise<Paper> {
  const { voices, imprint } = maker
  const title = voices.say('papers.numbering.title', { year: facts.year })
  const counted = voices.say('papers.numbering.counted', { date: formatDate(imprint.printedOn), time: facts.countedAt })
  const said = [counted.main, counted.second ?? ''].filter(Boolean)
  const pieces: Piece[] = [pieceOf(officeHead(maker, SPAN)), pieceOf(heading(maker, title, SPAN, said), mm(5))]
  for (const journal of facts.journals) {
    const name = voices.say(`papers.numbering.journals.${journal.journal}`)
    pieces.push(...(await sectionOf(maker, name, journalRows(voices, journal))))
  }
  if (facts.chain) {
    pieces.push(...(await sectionOf(maker, voices.say('papers.numbering.chain'), chainRows(voices, facts.chain))))
  }
  const signers = ['clerk', 'head'].map((who) => voices.say(`words.roles.${who}`))
  pieces.push(pieceOf(signatures(maker, signers, SPAN), mm(6)))
  const pages = pagesOf(maker, pieces, { size: A4, span: SPAN, of: title.main, room: ROOM })
  return { size: A4, pages, title: title.main }
}

async function sectionOf(maker: PaperMaker, title: Said, rows: readonly Row[]): Promise<Piece[]> {
  const head = paragraph(fitted(maker.faces, besideText(title), SPAN.width, steps(BOLD, [11, 1], [10, 2])), SPAN.x)
  return [{ ...pieceOf(tagged('H2', head), mm(5)), keep: true }, ...keptTogether(await rowPieces(maker, rows, SPAN))]
}

function journalRows(voices: Voices, journal: CountedJournal): Row[] {
  const { begins, first, last, count, gaps, voids, inHistory } = journal
  const say = (key: string, params?: Record<string, string | number>): Said => voices.say(`papers.numbering.${key}`, params)
  const written = first && last ? [grey(` (${first.number} … ${last.number})`)] : []
  const agrees = say(inHistory === count ? 'agrees' : 'differs', { count: inHistory })
  return [
    {
      label: say('numbers'),
      lines: [first && last ? [{ text: `${first.seq} … ${last.seq}`, face: BOLD }, ...written] : beside(say('empty'), REGULAR)],
      size: 11,
    },
    { label: say('count'), lines: [[plain(String(count))]] },
    {
      label: say('begins'),
      lines: [[plain(String(begins))], ...(begins > 1 ? [beside(say('onPaper', { from: 1, to: begins - 1 }), REGULAR)] : [])],
    },
    {
      label: say('gaps'),
      lines: [gaps.length === 0 ? beside(voices.say('papers.common.none'), REGULAR) : [{ text: stretches(gaps), face: BOLD }]],
    },
    {
      label: say('voids', { count: voids.length }),
      lines:
        voids.length === 0
          ? [beside(voices.say('papers.common.none'), REGULAR)]
          : voids.map(({ number, on, by, reason }) => [
              { text: `№ ${number}`, face: BOLD },
              plain(` · ${[formatDate(on), by, reason].filter(Boolean).join(' · ')}`),
            ]),
    },
    { label: say('history'), lines: [beside(agrees, inHistory === count ? REGULAR : BOLD)] },
  ]
}

/** «15, 20–22». */
function stretches(gaps: readonly Stretch[]): string {
  return gaps.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

function chainRows(voices: Voices, { events, head, at, broken }: CountedChain): Row[] {
  const say = (key: string, params?: Record<string, string | number>): Said => voices.say(`papers.numbering.${key}`, params)
  const state = broken === null ? say('whole') : say('broken', { event: broken })
  return [
    { label: say('events'), lines: [[plain(`${events} · ${formatDate(at.date)}, ${at.time}`)]] },
    { label: say('state'), lines: [beside(state, broken === null ? REGULAR : BOLD)] },
    { label: say('chainHead'), lines: [[plain(head.replace(/(.{8})(?=.)/g, '$1 '))]] },
  ]
}
