import { widthOf } from '../../paper/fit'
import { GREY, type TextLine } from '../../paper/Sheet'
import { atMost, fitted, sizes, VALUE, type SlipPage } from './SlipPage'
import { beside, secondIn, type Said } from '../../paper/voices'

const SETTINGS = sizes('PTSans-Regular', [9, 2], [8.5, 2], [8, 3], [7.5, 4])

/** «Балабақша кезегі · 1 парақ, 2 парақ қосымша» on one line; a longer subject stands alone, with the sheets beneath it. */
export function subjectLines(page: SlipPage): TextLine[] {
  const { faces, facts, allowance, voices } = page
  const sheets = sheetsSaid(page)
  const small = { leading: 1.2, colour: GREY, ...secondIn(voices) }
  const joined = sheets.main === '' ? facts.subject : `${facts.subject} · ${sheets.main}`
  if (faces.width(joined, 'PTSans-Regular', 9) <= VALUE) {
    const settings = sizes('PTSans-Regular', [7.5, 1])
    return [
      ...fitted(faces, joined, VALUE, SETTINGS, { leading: 1.25 }),
      ...fitted(faces, sheets.second ?? '', VALUE, settings, small),
    ]
  }
  const subject = fitted(faces, facts.subject, VALUE, atMost(allowance.subjectLines, SETTINGS), { leading: 1.25 })
  if (sheets.main === '') return subject
  const plain = beside(sheets)
  const narrow = plain.map((run) => ({ ...run, face: 'PTSansNarrow-Regular' as const }))
  return [...subject, { runs: widthOf(faces, plain, 7.5) <= VALUE ? plain : narrow, size: 7.5, height: 9 }]
}

function sheetsSaid({ facts: { sheets, annexSheets }, voices }: SlipPage): Said {
  const parts = [
    ...(sheets > 0 ? [voices.say('words.sheets', { count: sheets })] : []),
    ...(annexSheets > 0 ? [voices.say('words.annexSheets', { count: annexSheets })] : []),
  ]
  if (parts.length === 0) return { main: '', second: null }
  const second = voices.second === null ? null : parts.map((part) => part.second).join(', ')
  return { main: parts.map((part) => part.main).join(', '), second }
}
