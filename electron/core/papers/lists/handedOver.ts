import { formatDate } from '#shared/domain'
import type { Run } from '../../paper/fit'
import { GREY } from '../../paper/Sheet'
import { beside, type Said, type Voices } from '../../paper/voices'
import type { Paper, PaperMaker } from '../form/Paper'
import { BOLD, REGULAR } from '../form/texts'
import type { GivenPaper, HandedLetter, HandedOverFacts } from './handedOverFacts'
import { listPaper } from './listPaper'
import type { Cells, Column } from '../form/table'

const plain = (text: string): Run[] => [{ text, face: REGULAR }]
const bold = (text: string): Run[] => [{ text, face: BOLD }]

/** The register of handed-over documents of a period: the letters that left, and the papers that were given to people of the office, each with a place to sign. */
export function handedOver(maker: PaperMaker, { from, to, letters, papers }: HandedOverFacts): Promise<Paper> {
  const { voices } = maker
  const say = (key: string, params?: Record<string, string | number>): Said => voices.say(`papers.handedOver.${key}`, params)
  const period = voices.say('papers.common.period', { from: formatDate(from), to: formatDate(to) })
  return listPaper(maker, {
    title: say('title'),
    more: [period],
    parts: [
      {
        heading: say('letters', { count: letters.length }),
        columns: letterColumns(say),
        rows: letters.map((letter, index) => () => letterCells(voices, letter, index)),
        empty: say('noLetters'),
      },
      {
        heading: say('papers', { count: papers.length }),
        columns: paperColumns(say),
        rows: papers.map((paper, index) => () => paperCells(voices, paper, index)),
        empty: say('noPapers'),
      },
    ],
    signers: [voices.say('words.roles.clerk')],
    days: `${formatDate(from)} – ${formatDate(to)}`,
  })
}

type Say = (key: string) => Said
const COUNT: Said = { main: '№', second: null }

const letterColumns = (say: Say): Column[] => [
  { label: COUNT, part: 4, align: 'right' },
  { label: say('number'), part: 13 },
  { label: say('what'), part: 16 },
  { label: say('recipient'), part: 27 },
  { label: say('how'), part: 15 },
  { label: say('tracking'), part: 13 },
  { label: say('on'), part: 11 },
  { label: say('sign'), part: 18 },
]

function letterCells(voices: Voices, letter: HandedLetter, index: number): Cells {
  const { number, signedOn, purpose, recipient, how, to, tracking, on, by } = letter
  return [
    plain(String(index + 1)),
    [...bold(number), ...plain(` ${formatDate(signedOn)}`)],
    beside(voices.say(`decisions.purposes.${purpose}`), REGULAR),
    [...plain(recipient), ...(to === '' || to === recipient ? [] : [{ text: ` · ${to}`, face: REGULAR, colour: GREY } as const])],
    beside(voices.say(`words.deliveries.${how}`), REGULAR),
    plain(tracking),
    [...bold(formatDate(on)), { text: ` ${by}`, face: REGULAR, colour: GREY }],
    [],
  ]
}

const paperColumns = (say: Say): Column[] => [
  { label: COUNT, part: 4, align: 'right' },
  { label: say('entry'), part: 13 },
  { label: say('subject'), part: 34 },
  { label: say('holder'), part: 18 },
  { label: say('given'), part: 15 },
  { label: say('returned'), part: 15 },
  { label: say('sign'), part: 18 },
]

function paperCells(voices: Voices, { number, status, subject, holder, on, by, returned }: GivenPaper, index: number): Cells {
  const mark = status === 'void' ? [...plain(' '), ...beside(voices.say('words.statuses.void'), REGULAR)] : []
  return [
    plain(String(index + 1)),
    [...bold(number), ...mark],
    plain(subject),
    plain(holder),
    plain(`${formatDate(on)} ${by}`),
    plain(returned ? `${formatDate(returned.on)} ${returned.by}` : ''),
    [],
  ]
}
