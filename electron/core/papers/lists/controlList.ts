import { formatDate } from '#shared/domain'
import type { Run } from '../../paper/fit'
import { GREY } from '../../paper/Sheet'
import { beside, besideText, type Said, type Voices } from '../../paper/voices'
import type { Paper, PaperMaker } from '../form/Paper'
import { BOLD, REGULAR } from '../form/texts'
import type { ControlListFacts, ControlRow } from './controlListFacts'
import { listPaper } from './listPaper'
import type { Cells, Column } from '../form/table'

const plain = (text: string): Run[] => [{ text, face: REGULAR }]

/** The control list: open entries by their terms, who works on them, how long is left, and room for remarks (Code 350-VI art. 46). */
export function controlList(maker: PaperMaker, { department, until, rows, imprint }: ControlListFacts): Promise<Paper> {
  const { voices } = maker
  const say = (key: string, params?: Record<string, string | number>): Said => voices.say(`papers.controlList.${key}`, params)
  const late = rows.filter(({ left }) => left.state === 'late').length
  const which = department ? voices.of(department) : say('allDepartments')
  return listPaper(maker, {
    title: say('title'),
    more: [
      which,
      say('asOf', { date: formatDate(imprint.printedOn) }),
      ...(until ? [say('until', { date: formatDate(until) })] : []),
      say('counts', { open: rows.length, late }),
    ],
    parts: [
      {
        heading: null,
        columns: columns(say),
        rows: rows.map((row, index) => () => cells(voices, row, index)),
        empty: say('none'),
      },
    ],
    signers: [voices.say('papers.controlList.controller')],
    days: formatDate(imprint.printedOn),
  })
}

const columns = (say: (key: string) => Said): Column[] => [
  { label: { main: '№', second: null }, part: 4, align: 'right' },
  { label: say('number'), part: 13 },
  { label: say('applicant'), part: 20 },
  { label: say('subject'), part: 28 },
  { label: say('executor'), part: 22, most: 6 },
  { label: say('deadline'), part: 11 },
  { label: say('left'), part: 14 },
  { label: say('remarks'), part: 26 },
]

function cells(voices: Voices, row: ControlRow, index: number): Cells {
  const { number, registeredOn, applicant, subject, executors, deadline, left, control } = row
  const names = executors.map(({ name, due }) => `${name} (${formatDate(due)})`).join(', ')
  const watched = control
    ? [{ text: ` · ${besideText(voices.say('papers.card.onControl'))}`, face: REGULAR, colour: GREY } as const]
    : []
  const isUrgent = left.state === 'late' || left.state === 'today'
  return [
    plain(String(index + 1)),
    [
      { text: number, face: BOLD },
      { text: ` ${formatDate(registeredOn)}`, face: REGULAR, colour: GREY },
    ],
    applicant === '' ? beside(voices.say('words.notStated.name'), REGULAR) : plain(applicant),
    [...plain(subject), ...watched],
    names === '' ? beside(voices.say('papers.controlList.nobody'), REGULAR) : plain(names),
    [{ text: formatDate(deadline), face: BOLD }],
    beside(voices.say(`words.deadline.${left.state}`, { days: left.days }), isUrgent ? BOLD : REGULAR),
    [],
  ]
}
