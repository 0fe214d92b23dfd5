import { formatDate, isComplaint } from '#shared/domain'
import type { Resolution, Task } from '#shared/contract'
import type { Run } from '../../paper/fit'
import { GREY } from '../../paper/Sheet'
import { beside, besideText, type Said, type Voices } from '../../paper/voices'
import type { Row } from '../form/rows'
import { BOLD, REGULAR } from '../form/texts'
import type { CardFacts } from './cardFacts'

const plain = (text: string): Run => ({ text, face: REGULAR })
const bold = (text: string): Run => ({ text, face: BOLD })
const grey = (text: string): Run => ({ text, face: REGULAR, colour: GREY })
const filled = (rows: readonly Row[]): Row[] =>
  rows.filter(({ lines }) => lines.some((runs) => runs.some(({ text }) => text !== '')))

/** Everything the rows are written with. */
interface Writer {
  facts: CardFacts
  voices: Voices
  say: (key: string, params?: Record<string, string | number>) => Said
}

/** The rows of the registration-control card, in the order of domain §3; what an entry does not have is left out, but for the case, which is filled in by hand. */
export function cardRows(facts: CardFacts, voices: Voices): Row[] {
  const writer: Writer = { facts, voices, say: (key, params) => voices.say(`papers.card.${key}`, params) }
  return [...filled([...letterRows(writer), ...contentRows(writer), ...workRows(writer)]), ...endRows(writer)]
}

function letterRows({ facts: { entry, registeredAt }, voices, say }: Writer): Row[] {
  const { facts } = entry
  const people = facts.people > 1 ? [grey(` (${besideText(voices.say('words.people', { count: facts.people }))})`)] : []
  const name = facts.name || besideText(voices.say('words.notStated.name'))
  const address = facts.postalAddress || besideText(voices.say('words.notStated.address'))
  const received = [formatDate(facts.receivedOn), facts.receivedAt].filter(Boolean).join(', ')
  const registered = [formatDate(entry.registeredOn), registeredAt].filter(Boolean).join(', ')
  const senders = [facts.sendersNumber && `№ ${facts.sendersNumber}`, facts.sendersDate && formatDate(facts.sendersDate)]
  return [
    { label: say('kind'), lines: [beside(voices.say(`words.kinds.${facts.kind}.formal`), REGULAR)] },
    { label: say('correspondent'), lines: [[bold(name), ...people], [plain(facts.representative)]] },
    { label: say('address'), lines: [[plain([address, facts.phone, facts.email].filter(Boolean).join(' · '))]] },
    { label: say('received'), lines: [[plain(`${received} · ${besideText(voices.say(`words.channels.${facts.channel}`))}`)]] },
    {
      label: say('registered'),
      lines: [[plain(`${registered} · ${entry.acceptedByName}, ${voices.of(entry.acceptedByPosition).main}`)]],
    },
    { label: say('senders'), lines: [[plain(senders.filter(Boolean).join(', '))]] },
    { label: say('external'), lines: [[plain(facts.externalNumber)]] },
  ]
}

function contentRows({ facts: { entry }, voices, say }: Writer): Row[] {
  const { facts, service } = entry
  const word = (area: string, key: string | null): string => (key === null ? '' : besideText(voices.say(`words.${area}.${key}`)))
  const contested = [word('respondents', facts.respondent), facts.respondentName, word('contested', facts.contested)]
  const sheets = [
    voices.say('words.sheets', { count: facts.sheets }),
    ...(facts.annexSheets > 0 ? [voices.say('words.annexSheets', { count: facts.annexSheets })] : []),
  ]
  return [
    { label: say('contested'), lines: isComplaint(facts.kind) ? [[plain(contested.filter(Boolean).join(' · '))]] : [] },
    { label: say('service'), lines: service ? [beside(voices.of(service), REGULAR)] : [] },
    { label: say('subject'), lines: [[bold(facts.subject)]] },
    { label: say('summary'), lines: [[plain(facts.summary)]] },
    { label: say('sheets'), lines: [[plain(sheets.map(besideText).join(' · '))]] },
  ]
}

function workRows(writer: Writer): Row[] {
  const { facts, voices, say } = writer
  const { entry, moves, controller, marks, notes, letters } = facts
  const { term } = entry
  const length = besideText(voices.say(`words.${term.unit}`, { count: term.length }))
  const watched = entry.control
    ? say(controller === null ? 'onControl' : 'watchedBy', { name: controller ?? '' })
    : say('notOnControl')
  return [
    ...facts.resolutions.map((resolution): Row => ({ label: say('resolution'), lines: resolutionLines(writer, resolution) })),
    {
      label: say('term'),
      lines: [[bold(formatDate(term.deadline)), plain(term.extension ? '' : ` · ${length}`)], [grey(voices.of(term.basis).main)]],
    },
    {
      label: say('moves'),
      lines: moves.map(({ on, from, to, by }) => [
        plain(`${formatDate(on)}: ${formatDate(from)} – `),
        bold(formatDate(to)),
        grey(` · ${by}`),
      ]),
    },
    { label: say('control'), lines: [beside(watched, REGULAR)] },
    {
      label: say('marks'),
      lines: [
        ...marks.map(({ mark, on }) => [plain(`${formatDate(on)} `), ...beside(voices.say(`words.marks.${mark}`), REGULAR)]),
        ...notes.map(({ on, by, text }) => [plain(`${formatDate(on)} ${by}: ${text}`)]),
      ],
    },
    { label: say('outgoing'), lines: letters.map((letter) => letterLine(writer, letter)) },
  ]
}

function resolutionLines({ voices, say }: Writer, resolution: Resolution): Run[][] {
  const { author, issuedOn, text, due, tasks, recalled, parentId } = resolution
  const head = [bold(author.name), grey(`, ${voices.of(author.position).main} · ${formatDate(issuedOn)}`)]
  const divided = parentId === null ? [] : [grey(` · ${besideText(say('divided'))}`)]
  const ended = recalled ? [[grey(besideText(say('recalled', { reason: recalled.reason })))]] : []
  return [
    [...head, ...divided],
    [plain(`${text} · `), grey(besideText(say('until', { date: formatDate(due) })))],
    ...tasks.map((task) => taskLine(voices, task)),
    ...ended,
  ]
}

function taskLine(voices: Voices, { person, responsible, due, state }: Task): Run[] {
  const role = besideText(voices.say(`papers.card.${responsible ? 'responsible' : 'joint'}`))
  const written = besideText(voices.say(`papers.card.states.${state}`))
  return [plain('– '), bold(person), plain(`, ${role}, ${formatDate(due)} · `), grey(written)]
}

function letterLine(
  { voices, say }: Writer,
  { number, signedOn, purpose, recipient, handed }: CardFacts['letters'][number],
): Run[] {
  const what = besideText(voices.say(`decisions.purposes.${purpose}`))
  const left = handed
    ? besideText(say('handed', { date: formatDate(handed.on), how: voices.say(`words.deliveries.${handed.how}`).main }))
    : besideText(say('notHanded'))
  return [bold(`№ ${number}`), plain(` · ${formatDate(signedOn)} · ${what} · ${recipient} · `), grey(left)]
}

function endRows({ facts, voices, say }: Writer): Row[] {
  const { case: filed, holder, voided } = facts
  return [
    ...(voided ? [{ label: say('void'), lines: [[plain(`${formatDate(voided.on)}, ${voided.by}: ${voided.reason}`)]] }] : []),
    ...(holder ? [{ label: say('holder'), lines: [[plain(`${holder.name}, ${formatDate(holder.on)}`)]] }] : []),
    {
      label: say('case'),
      lines: filed ? [[bold(filed.index), plain(` ${voices.of(filed.title).main} · ${formatDate(filed.on)}`)]] : [],
    },
  ]
}
