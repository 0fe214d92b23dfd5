import { formatDate, formatPhone } from '#shared/domain'
import { localMoment, translatorFor } from '#shared/i18n'
import type {
  AnswerFacts,
  BookTask,
  DecisionFacts,
  EntryFacts,
  HiddenFacts,
  LetterBookFacts,
  ResolutionFacts,
  RowFacts,
  TaskFacts,
} from './bookFacts'
import { BOOK_COLUMNS, type Line } from './columns'

type Task = Pick<BookTask, 'book' | 'language' | 'timeZone'>
type Values = Line['values']
type Words = (key: string, params?: Record<string, string | number>) => string

/** Turns facts into the rows of a book, in its language: who, when and what as the columns say it. Rows are counted from 1. */
export class Lines {
  readonly #say: Words
  #place = 0

  constructor(private readonly task: Task) {
    this.#say = rememberingFixed(translatorFor(task.language))
  }

  /** The row of the next entry. */
  line(facts: RowFacts): Line {
    const place = ++this.#place
    if (facts.hidden) return this.#hidden(facts, place)
    if ('signedOn' in facts) return { values: { place, ...this.#letter(facts) }, isVoid: false }
    const own = this.task.book === 'appeals' ? this.#appeal(facts) : this.#incoming(facts)
    return { values: { place, ...this.#common(facts), ...own }, isVoid: facts.status === 'void' }
  }

  #hidden({ number, on, isVoid }: HiddenFacts, place: number): Line {
    const { content, day } = BOOK_COLUMNS[this.task.book]
    const note = isVoid ? this.#say('words.statuses.void') : ''
    return { values: { place, number, [day]: on, [content]: this.#say('books.columns.confidential'), note }, isVoid }
  }

  #common(facts: EntryFacts): Values {
    const { number, registeredOn, receivedOn, receivedAt, subject, summary, sheets, annexSheets, deadline } = facts
    return {
      ...{ number, registeredOn, receivedOn, receivedAt, subject, summary, sheets, annexSheets, deadline },
      kind: this.#say(`words.kinds.${facts.kind}.name`),
      resolution: listOf<ResolutionFacts>(facts.resolutionsJson)
        .map(({ text, author, on }) => this.#say('books.columns.resolutionOf', { text, author, date: formatDate(on) }))
        .join('\n'),
      executor: this.#executors(listOf<TaskFacts>(facts.tasksJson)),
      note: this.#note(facts),
    }
  }

  #incoming(facts: EntryFacts): Values {
    const { sendersNumber, sendersDate, caseIndex, status } = facts
    const done = status === 'registered' || status === 'resolution' || status === 'execution' ? '' : `words.statuses.${status}`
    return {
      ...{ sendersNumber, caseIndex, sendersDate: sendersDate || null },
      correspondent: joined([this.#nameOf(facts), this.#representative(facts)], '\n'),
      execution: joined([done && this.#say(done), answersOf(facts)], '\n'),
    }
  }

  #appeal(facts: EntryFacts): Values {
    const decisions = listOf<DecisionFacts>(facts.decisionsJson)
    const character = decisions.findLast((one) => one.character)?.character
    const closed = facts.status !== 'registered' && facts.status !== 'resolution' && facts.status !== 'execution'
    const service = facts.serviceJson === null ? null : (JSON.parse(facts.serviceJson) as { kk: string; ru: string })
    return {
      applicant: joined([this.#nameOf(facts), this.#representative(facts)], '\n'),
      identifier: facts.identifier,
      address: facts.postalAddress,
      phone: facts.phone === '' ? '' : formatPhone(facts.phone),
      channel: this.#say(`words.channels.${facts.channel}`),
      repeated: this.#repeated(facts),
      people:
        facts.people > 1 ? this.#say('books.columns.collective', { people: facts.people }) : this.#say('books.columns.single'),
      category: service ? service[this.task.language] || service.kk || service.ru : '',
      extended: decisions.findLast(({ until }) => until)?.until ?? null,
      result: joined(
        [closed && this.#say(`words.statuses.${facts.status}`), character && this.#say(`decisions.characters.${character}`)],
        ', ',
      ),
      answer: answersOf(facts),
      acceptedBy: facts.acceptedBy,
    }
  }

  #letter(facts: LetterBookFacts): Values {
    const { number, signedOn, recipient, purpose, incomingNumber, incomingOn, subject, handedHow, handedOn } = facts
    return {
      ...{ number, signedOn, recipient, incomingNumber, incomingOn, subject, handedOn },
      ...{ handedTo: facts.handedTo, tracking: facts.tracking, signer: facts.signer, writer: facts.executor },
      recipientLines: listOf<string>(facts.linesJson).join('\n'),
      purpose: this.#say(`decisions.purposes.${purpose}`),
      handedHow: handedHow && this.#say(`decisionScreen.handed.${handedHow}`),
      caseIndex: facts.caseIndex,
      note: '',
    }
  }

  #nameOf({ name }: EntryFacts): string {
    return name || this.#say('words.notStated.name')
  }

  #representative({ representative }: EntryFacts): string {
    return representative && this.#say('books.columns.representative', { name: representative })
  }

  #repeated({ repeated, attachedTo, before }: EntryFacts): string {
    if (attachedTo !== null) return this.#say('books.columns.repeatOf', { number: attachedTo })
    if (repeated) return this.#say('books.columns.repeat')
    return before === null ? this.#say('books.columns.first') : this.#say('books.columns.wroteBefore', { number: before })
  }

  #executors(tasks: readonly TaskFacts[]): string {
    return tasks
      .map(({ name, responsible, acceptedAt }) => {
        const marked = responsible && tasks.length > 1 ? this.#say('books.columns.responsible', { name }) : name
        return acceptedAt === null ? marked : this.#say('books.columns.taken', { name: marked, date: this.#dayOf(acceptedAt) })
      })
      .join('\n')
  }

  #note(facts: EntryFacts): string {
    const { voidedAt, voidedBy, voidReason, attachedTo, externalNumber, corrections } = facts
    if (voidedAt !== null)
      return this.#say('books.columns.voided', { date: this.#dayOf(voidedAt), reason: voidReason ?? '', name: voidedBy ?? '' })
    const notes = [
      externalNumber && this.#say('books.columns.externalNumber', { number: externalNumber }),
      attachedTo !== null && this.task.book === 'incoming' && this.#say('books.columns.attachedTo', { number: attachedTo }),
      corrections > 0 && this.#say('books.columns.corrected', { times: corrections }),
    ]
    return joined(notes, '\n')
  }

  #dayOf(moment: string): string {
    return formatDate(localMoment(moment, this.task.timeZone).date)
  }
}

function answersOf({ lettersJson }: EntryFacts): string {
  return listOf<AnswerFacts>(lettersJson)
    .map(({ number, on }) => `${number}, ${formatDate(on)}`)
    .join('\n')
}

function listOf<One>(json: string): One[] {
  return json === '[]' ? [] : (JSON.parse(json) as One[])
}

function joined(parts: readonly (string | false | null | undefined)[], between: string): string {
  return parts.filter(Boolean).join(between)
}

/** Most words of a book are the same in every row; to compile one anew costs more than to write its cell. */
function rememberingFixed(say: Words): Words {
  const known = new Map<string, string>()
  return (key, params) => {
    if (params) return say(key, params)
    const text = known.get(key) ?? say(key)
    known.set(key, text)
    return text
  }
}
