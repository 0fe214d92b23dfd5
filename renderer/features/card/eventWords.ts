import { useI18n } from 'vue-i18n'
import type { HistoryEvent } from '#shared/contract'
import { isIsoDate } from '#shared/domain'
import { useWords } from '../../i18n'
import { useFactWords } from './factWords'

/** One event of an entry in plain words. */
export interface ToldEvent {
  title: string
  details: string
  changes: { label: string; before: string; after: string }[]
}

/** Details that are keys, and where their words may stand. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  languages: ['events.slip.issued.languages'],
  act: ['decisions.acts'],
  how: ['decisionScreen.handed'],
  paper: ['printing.kinds'],
  book: ['books.names'],
  format: ['books.formats', 'registration.slip.formats'],
}

/** What stands behind a text only where there is something to say: a remark, to whom, until when. */
const FURTHER = ['reason', 'remark', 'to', 'tracking', 'until', 'body', 'files', 'format'] as const

/** How events of the history are told in the language of the screen. */
export function useEventWords() {
  const { t, te } = useI18n()
  const words = useWords()
  const { label, fact } = useFactWords()

  /** Values for the placeholders of the event's text, dates and languages in words. */
  function params(details: Record<string, unknown>): Record<string, string> {
    const given = Object.entries({ ...details, ...cause(details) }).filter(
      ([, value]) => typeof value === 'string' || typeof value === 'number',
    )
    return Object.fromEntries(
      given.map(([key, value]) => {
        const text = String(value as string | number)
        if (isIsoDate(text)) return [key, words.formatDate(text)]
        const name = NAMES[key]?.map((words) => `${words}.${text}`).find((one) => te(one, 'kk'))
        return [key, name ? t(name) : text]
      }),
    )
  }

  /** Why a deadline was moved, with the order behind it where there is one. */
  function cause({ cause: kind, source }: Record<string, unknown>): { cause?: string } {
    if (typeof kind !== 'string') return {}
    const said = t(`events.causes.${kind}`)
    return { cause: typeof source === 'string' && source !== '' ? t('events.causeWith', { cause: said, source }) : said }
  }

  function changes(details: Record<string, unknown>): ToldEvent['changes'] {
    const list = (details['changes'] ?? []) as { field: string; before: unknown; after: unknown }[]
    const told = list.map(({ field, before, after }) => ({
      label: label(field),
      before: fact(field, before, { masked: true }),
      after: fact(field, after, { masked: true }),
    }))
    const [before, after] = [details['deadlineBefore'], details['deadlineAfter']]
    if (typeof before !== 'string' || typeof after !== 'string') return told
    return [...told, { label: label('deadline'), before: words.formatDate(before), after: words.formatDate(after) }]
  }

  function titleOf(action: string, details: Record<string, unknown>): string {
    if (action === 'slip.issued' && Number(details['copy']) > 1) return 'duplicateTitle'
    if (action === 'paper.printed' && details['copies'] === null) return 'dialogTitle'
    if (action === 'decision.agreed' && details['verdict'] === 'objected') return 'objectedTitle'
    return action === 'appeal.control' && details['control'] === false ? 'offTitle' : 'title'
  }

  /** The details of an event; those with something further have a text of their own, in which `{more}` stands for it. */
  function detailsOf(key: string, details: Record<string, unknown>): string {
    if (!te(`${key}.details`, 'kk')) return ''
    const told = params(details)
    const more = FURTHER.map((name) => told[name]).filter(Boolean)
    if (more.length > 0 && te(`${key}.detailsWith`, 'kk')) return t(`${key}.detailsWith`, { ...told, more: more.join(', ') })
    return t(`${key}.${details['copies'] === null ? 'dialogDetails' : 'details'}`, told)
  }

  /** What happened, its details, and what was changed from what to what. */
  function tell({ action, details }: HistoryEvent): ToldEvent {
    const key = `events.${action}`
    const known = te(`${key}.title`, 'kk')
    const off = action === 'appeal.control' && details['control'] === false
    return {
      title: known ? t(`${key}.${titleOf(action, details)}`) : t('events.unknown', { action }),
      details: off ? '' : detailsOf(key, details),
      changes: changes(details),
    }
  }

  return { tell }
}
