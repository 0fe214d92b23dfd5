import { formatDate } from '#shared/domain'
import { mm } from '../../paper/Sheet'
import { rightsKey } from '../form/rights'
import { typedLines } from '../form/heading'
import { line } from './largeFacts'
import { TEXT, type Large } from './Large'

/** Where the answer is received (R10), what to do when there is none, the rights in plain words (R21–R24), and what else the slip must say. */
export function addNext(large: Large): void {
  const { column, facts, voices, said } = large
  line(large, voices.say('slip.place').main, said.place.main, 6)
  column.text(said.placeMore, { size: TEXT, most: 6, gap: 0 })
  column.text(noAnswer(large), { face: 'PTSans-Bold', size: TEXT })
  if (facts.proof) line(large, voices.say('slip.words').main, facts.proof.words.join(', '), 3)
  column.together((rights) => {
    for (const key of ['complain', 'first', 'court', 'file'] as const)
      rights.text(plainRight(large, key), { size: TEXT, ...(key !== 'complain' && { gap: mm(1) }) })
  })
  line(large, voices.say('slip.rows.kind').main, said.kind.main, 4)
  line(large, voices.say('slip.large.subject').main, facts.subject, 5)
  column.text(said.sheets.main, { size: TEXT, gap: 0 })
  if (said.arrival) line(large, voices.say('slip.rows.received').main, said.arrival.main, 4)
  column.text(said.counting.main, { size: TEXT, most: 5 })
  const note = facts.own ? voices.of(facts.own.note).main : ''
  for (const text of typedLines(note, 8)) column.text(text, { size: TEXT, most: 12 })
}

function noAnswer({ facts, voices, said }: Large): string {
  const address = facts.delivery === 'inPerson' && said.place.main ? said.place.main : voices.of(facts.office.address).main
  const date = formatDate(facts.term.deadline)
  return voices.say('slip.large.noAnswer', { date, address, phones: facts.office.contactCentre }).main
}

function plainRight({ facts, voices }: Large, key: 'complain' | 'first' | 'court' | 'file'): string {
  return voices.say(`slip.large.rights.${rightsKey(facts.kind)}.${key}`).main
}
