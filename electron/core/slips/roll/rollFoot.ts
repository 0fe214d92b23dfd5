import { formatDate } from '#shared/domain'
import { widthOf } from '../../paper/fit'
import { mm } from '../../paper/Sheet'
import { beside, besideText, secondIn } from '../../paper/voices'
import { drawCode } from '../form/answerBox'
import { checkWordRuns } from '../form/contact'
import { typedLines } from '../form/heading'
import { rightsOf } from '../form/rights'
import { drawScissors } from '../form/scissors'
import { sheetsShort } from '../form/sheetsShort'
import { numberRuns } from '../form/stamp'
import type { Roll } from './Roll'

const SMALL = 8.5
const CODE = mm(48)
const OFFICE_CODE = mm(17)

/** The code and its words, the rights (R21–R24), the contact centre (R31) and what the office adds. */
export function addFoot(roll: Roll): void {
  const { column, facts, voices, codes } = roll
  const { left, width } = column.look
  column.add({
    height: CODE,
    draw: (sheet, top) => drawCode(sheet, roll, codes.applicant, { x: left + (width - CODE) / 2, y: top, side: CODE }),
  })
  const words = checkWordRuns(roll)
  if (words.length > 0) column.runs(words, { size: 9.5, align: 'centre', gap: 0 })
  const rights = rightsOf(facts, voices)
  const second = secondIn(voices)
  for (const language of ['main', 'second'] as const) {
    const [lead, appeal, file] = [rights.lead[language], rights.appeal[language], rights.file[language]]
    if (lead === null || appeal === null) continue
    const own = language === 'second' ? second : {}
    column.runs(
      [
        { text: `${lead} `, face: 'PTSans-Bold', ...own },
        { text: appeal, face: 'PTSans-Regular', ...own },
      ],
      { size: SMALL },
    )
    column.text(file ?? '', { size: SMALL, gap: mm(0.6), ...own })
  }
  column.rule()
  // A number is not parted.
  const phones = { text: ` ${facts.office.contactCentre.replace(/(?<=\d) (?=\d)/g, '\u00a0')}`, face: 'PTSans-Bold' } as const
  column.runs([...beside(voices.say('slip.contactCentre')), phones], { size: 9, gap: mm(1) })
  const note = facts.own ? voices.of(facts.own.note) : { main: '', second: null }
  for (const line of typedLines(note.main, 8)) column.text(line, { size: SMALL, gap: 0, most: 8 })
  for (const line of typedLines(note.second ?? '', 8)) column.text(line, { size: SMALL, gap: 0, most: 8, ...second })
}

/** What is torn off and stays in the office: the applicant signs it (Code 350-VI art. 66(4), 94(2)). */
export function addOfficePart(roll: Roll): void {
  const { column, facts, voices } = roll
  addCut(roll)
  const moment = `${formatDate(facts.registeredOn)}${facts.registeredAt && `, ${facts.registeredAt}`}`
  const sheets = sheetsShort(facts, voices.say('words.sheets', { count: facts.annexSheets || facts.sheets }).main)
  addNumber(roll)
  column.text([moment, sheets].filter((text) => text !== '').join(' · '), { size: 9, gap: 0 })
  column.text(facts.applicant, { size: 9, most: 4, gap: 0 })
  const until = { text: `${voices.say('slip.half.deadline').main} `, face: 'PTSans-Regular' } as const
  column.runs([until, { text: formatDate(facts.term.deadline), face: 'PTSans-Bold' }], { size: 9, gap: 0 })
  const statement = voices.say('slip.half.received')
  column.text(statement.main, { size: SMALL })
  column.text(statement.second ?? '', { size: SMALL, gap: mm(0.6), ...secondIn(voices) })
  for (const key of ['signature', 'date'] as const) {
    column.line(mm(8), key === 'date' ? mm(36) : undefined)
    column.text(besideText(voices.say(`slip.half.${key}`)), { size: SMALL, gap: mm(0.5) })
  }
}

function addCut({ column, voices }: Roll): void {
  const { left, width, pen } = column.look
  const height = mm(5)
  column.add({
    height,
    draw(sheet, top) {
      drawScissors(sheet, left, top + height / 2)
      sheet.rule(left + mm(6), top + height / 2, width - mm(6), { width: pen, dash: mm(0.9) })
    },
  })
  column.text(besideText(voices.say('slip.tear')), { size: SMALL, tag: 'H2', gap: 0 })
}

/** The number, with its bare code at the right. */
function addNumber(roll: Roll): void {
  const { column, facts, codes } = roll
  const { left, width } = column.look
  const runs = numberRuns(facts.numberParts)
  const size = Math.min(18, (18 * (width - OFFICE_CODE - mm(2))) / widthOf(column.faces, runs, 18))
  column.add({
    height: OFFICE_CODE,
    draw(sheet, top) {
      sheet.within('P', () => sheet.runs(runs, size, left, top + OFFICE_CODE / 2 + size * 0.35))
      drawCode(sheet, roll, codes.office, { x: left + width - OFFICE_CODE, y: top, side: OFFICE_CODE })
    },
  })
}
