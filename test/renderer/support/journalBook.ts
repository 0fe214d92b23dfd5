import type { JournalRow } from '#shared/contract'
import { addDays } from '#shared/domain'
import type { AskPage } from '../../../renderer/stores/journalPages'

export const YEAR = 2026
export const TODAY = '2026-12-11'
export const ALL = { year: YEAR, state: 'all', search: '' } as const
export const OPEN = { year: YEAR, state: 'open', search: '' } as const

/** Two letters a day, back from today. */
export function row(seq: number, last: number, change: Partial<JournalRow> = {}): JournalRow {
  const registeredOn = addDays(TODAY, -Math.floor((last - seq) / 2))
  return {
    ...{
      id: seq + 1000,
      seq,
      year: YEAR,
      number: `Ж-${String(seq).padStart(4, '0')}/26`,
      kind: 'complaint',
      status: 'registered',
    },
    ...{
      applicant: 'Қасымов Е. Ә.',
      people: 1,
      subject: `Хат ${seq}`,
      summary: '',
      sheets: 1,
      annexSheets: 0,
      channel: 'inPerson',
    },
    ...{
      acceptedBy: 'Қасенова А. Т.',
      receivedOn: registeredOn,
      receivedAt: '09:00',
      registeredOn,
      deadline: '2026-12-15',
      slips: 0,
    },
    registeredAt: `${registeredOn}T05:00:00Z`,
    ...change,
  }
}

/** The book as the host would answer from it: newest first, below `after`. */
export function book(last: number, isShown: (seq: number) => boolean = () => true) {
  const asked: { after: number | null; limit: number }[] = []
  const ask: AskPage = async ({ after, limit }) => {
    asked.push({ after, limit })
    const rows: JournalRow[] = []
    let seq = Math.min(after === null ? last : after - 1, last)
    for (; seq > 0 && rows.length < limit; seq--) if (isShown(seq)) rows.push(row(seq, last))
    let more = false
    for (; seq > 0 && !more; seq--) more = isShown(seq)
    return { rows, more }
  }
  return { ask, asked }
}
