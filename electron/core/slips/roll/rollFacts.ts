import { formatDate } from '#shared/domain'
import { GREY, mm } from '../../paper/Sheet'
import { beside, besideText, secondIn, type Said } from '../../paper/voices'
import type { Column } from '../column/Column'
import type { Roll } from './Roll'

const [SMALL, TEXT] = [8.5, 9.5]

/** Who, what, accepted by whom (R8), and the box with the day and the place of the answer (R9, R10). */
export function addFacts(roll: Roll): void {
  const { column, facts, voices, said } = roll
  const people = facts.people > 1 ? besideText(voices.say('slip.people', { count: facts.people })) : ''
  label(column, voices.say('slip.applicant'))
  const name = facts.applicant || besideText(voices.say('words.notStated.name'))
  column.text(name, { face: 'PTSans-Bold', size: 11.5, most: 12, gap: 0 })
  column.text(people, { size: SMALL, gap: 0 })
  value(roll, voices.say('slip.rows.kind'), said.kind)
  label(column, voices.say('slip.rows.subject'))
  column.text(facts.subject, { size: TEXT, most: 6, gap: 0 })
  both(roll, said.sheets)
  if (said.arrival) value(roll, voices.say('slip.rows.received'), said.arrival)
  label(column, voices.say('slip.rows.acceptedBy'))
  column.text(facts.acceptedBy.name, { face: 'PTSans-Bold', size: TEXT, most: 4, gap: 0 })
  both(roll, voices.of(facts.acceptedBy.position))
  column.line(mm(7))
  answer(roll)
  both(roll, said.counting, mm(1.2))
}

function label(column: Column, text: Said): void {
  column.runs(beside(text), { size: SMALL })
}

function value(roll: Roll, name: Said, text: Said): void {
  label(roll.column, name)
  both(roll, text)
}

function both({ column, voices }: Roll, { main, second }: Said, gap = 0): void {
  column.text(main, { size: TEXT, most: 5, gap })
  column.text(second ?? '', { size: SMALL, most: 5, gap: 0, ...secondIn(voices) })
}

function answer({ column, facts, voices, said }: Roll): void {
  const second = secondIn(voices)
  column.framed(mm(2), (box) => {
    box.runs(beside(voices.say('slip.deadline'), 'PTSans-Regular', GREY), { size: SMALL })
    box.text(formatDate(facts.term.deadline), { face: 'PTSerif-Bold', size: 27 })
    box.text(said.day.main, { face: 'PTSans-Bold', size: TEXT })
    box.text(said.day.second ?? '', { size: SMALL, ...second })
    box.text(besideText(said.term), { size: SMALL })
    // The letters of the line above hang down below it.
    box.line(mm(1.3))
    box.runs(beside(voices.say('slip.place')), { size: SMALL, gap: mm(1) })
    box.text(said.place.main, { face: 'PTSans-Bold', size: 11, most: 6 })
    box.text(said.place.second ?? '', { size: SMALL, most: 6, ...second })
    box.text(said.placeMore, { size: SMALL, most: 6 })
  })
}
