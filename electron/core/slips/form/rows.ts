import { formatDate } from '#shared/domain'
import { fit, widthOf, type Run } from '../../paper/fit'
import { GREY, mm, paragraph, within, type Block, type TextLine } from '../../paper/Sheet'
import { atMost, fitted, LABEL, LEFT, RIGHT, sizes, WIDTH, VALUE, type SlipPage } from './SlipPage'
import { subjectLines } from './subject'
import { beside, secondIn, type Said } from '../../paper/voices'

const SMALL = { leading: 1.2, colour: GREY }
const ACCEPTED_BY = [...sizes('PTSans-Bold', [9, 1], [8.5, 2]), ...sizes('PTSansNarrow-Bold', [8.5, 2], [7.5, 3])] as const
const POST = [...sizes('PTSans-Regular', [7.5, 1]), ...sizes('PTSansNarrow-Regular', [7.5, 2])] as const

interface Row {
  label: Said
  lines: TextLine[]
  /** The last line of the value that has room for a signature after it: its width. */
  signature?: { line: number; width: number }
}

/** Kind, subject with sheets and annexes, when it came in if not on the day of registration (art. 64(3)), and who accepted it (R8, art. 64(2)). */
export function rows(page: SlipPage): Block {
  const { voices, facts } = page
  // Without a time in the stamp the slip would lack the moment of acceptance that art. 64(2) asks for.
  const apart = facts.receivedOn !== facts.registeredOn || facts.registeredAt === ''
  const all = [
    { label: voices.say('slip.rows.kind'), lines: said(page, voices.say(`words.kinds.${facts.kind}.formal`)) },
    { label: voices.say('slip.rows.subject'), lines: subjectLines(page) },
    ...(apart ? [{ label: voices.say('slip.rows.received'), lines: said(page, arrival(page)) }] : []),
    acceptedBy(page),
  ].map((row) => rowBlock(page, row))
  return {
    height: all.reduce((sum, row) => sum + row.height, 0),
    draw(sheet, top) {
      sheet.rule(LEFT, top, WIDTH, mm(0.2))
      let y = top
      sheet.within('Table', () => {
        for (const row of all) {
          row.draw(sheet, y)
          y += row.height
        }
      })
    },
  }
}

function rowBlock({ faces, allowance, voices }: SlipPage, { label, lines, signature }: Row): Block {
  const padding = mm(allowance.fieldLines === 1 ? 0.5 : 0.75)
  const short = beside(label)
  const labels = paragraph(
    lines.length === 1 && label.second !== null && widthOf(faces, short, 7.5) <= LABEL - mm(1)
      ? [{ runs: short, size: 7.5, height: 10 }]
      : [
          ...fitted(faces, label.main, LABEL - mm(2), sizes('PTSans-Regular', [8.5, 1], [7.5, 1]), { leading: 1.25 }),
          ...fitted(faces, label.second ?? '', LABEL - mm(2), sizes('PTSans-Regular', [7.5, 1]), {
            ...SMALL,
            ...secondIn(voices),
          }),
        ],
    LEFT,
  )
  const names = within({ role: 'TH', scope: 'Row' }, labels)
  const value = within('TD', paragraph(lines, LEFT + LABEL))
  const height = Math.max(names.height, value.height) + 2 * padding
  return {
    height,
    draw(sheet, top) {
      sheet.within('TR', () => {
        names.draw(sheet, top + padding)
        value.draw(sheet, top + padding)
      })
      sheet.rule(LEFT, top + height, WIDTH, { width: mm(0.2), colour: '#999999' })
      if (!signature) return
      const above = paragraph(lines.slice(0, signature.line + 1), 0).height
      const start = LEFT + LABEL + signature.width + mm(3)
      sheet.rule(start, top + padding + above - mm(0.6), RIGHT - start, mm(0.25))
    },
  }
}

/** A value in both languages, the second smaller and grey. */
function said({ faces, allowance, voices }: SlipPage, { main, second }: Said, lines = 2): TextLine[] {
  const together = beside({ main, second })
  if (allowance.narrow && widthOf(faces, together, 8) <= VALUE) return [{ runs: together, size: 8, height: 10 }]
  return [
    ...fitted(faces, main, VALUE, sizes('PTSans-Regular', [9, 1], [8.5, 1], [8, lines], [7.5, lines]), { leading: 1.25 }),
    ...fitted(faces, second ?? '', VALUE, sizes('PTSans-Regular', [7.5, lines]), { ...SMALL, ...secondIn(voices) }),
  ]
}

function arrival({ voices, facts }: SlipPage): Said {
  const received = `${formatDate(facts.receivedOn)}, ${facts.receivedAt}`
  if (facts.receivedOn === facts.registeredOn) return { main: received, second: null }
  return voices.say('slip.registeredLater', { received, registered: formatDate(facts.registeredOn) })
}

function acceptedBy(page: SlipPage): Row {
  const { faces, facts, voices } = page
  const position = voices.of(facts.acceptedBy.position)
  const room = VALUE - mm(35)
  const name = fit(faces, facts.acceptedBy.name, room, ACCEPTED_BY)
  const named: TextLine[] = name.lines.map((text) => ({
    runs: [{ text, face: name.face }],
    size: name.size,
    height: name.size * 1.25,
  }))
  const label = voices.say('slip.rows.acceptedBy')
  const post: Run = { text: position.main === '' ? '' : `, ${position.main}`, face: 'PTSans-Regular' }
  const last = named.at(-1) ?? { runs: [], size: name.size, height: name.size * 1.25 }
  const together = [...last.runs, post]
  if (name.lines.length === 1 && widthOf(faces, together, name.size) <= room) {
    const width = widthOf(faces, together, name.size)
    const second = fitted(faces, position.second ?? '', VALUE, sizes('PTSans-Regular', [7.5, 1]), {
      ...SMALL,
      ...secondIn(voices),
    })
    return { label, lines: [{ ...last, runs: together }, ...second], signature: { line: 0, width } }
  }
  const settings = atMost(page.allowance.fieldLines, POST)
  const posts = [
    ...fitted(faces, position.main, VALUE, settings, { leading: 1.2 }),
    ...fitted(faces, position.second ?? '', VALUE, settings, { ...SMALL, ...secondIn(voices) }),
  ]
  const signature = { line: Math.max(0, named.length - 1), width: widthOf(faces, last.runs, name.size) }
  return { label, lines: [...named, ...posts], signature }
}
