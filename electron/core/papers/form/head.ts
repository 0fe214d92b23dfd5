import { formatDate } from '#shared/domain'
import { GREY, mm, paragraph, type Block, type Sheet } from '../../paper/Sheet'
import { SECOND, besideText, type Said } from '../../paper/voices'
import type { PageSize, PaperMaker } from './Paper'
import { BOLD, fitted, NARROW, REGULAR, SERIF, steps } from './texts'

/** Left edge and width of what stands on a page, in points. */
export interface Span {
  x: number
  width: number
}

/** The office's name over a double line, its address at the right: the head of every paper that stays in the office. */
export function officeHead({ faces, voices, imprint: { office } }: PaperMaker, { x, width }: Span): Block {
  const [name, address] = [voices.of(office.name), voices.of(office.address)]
  const [left, right] = [width * 0.58, width * 0.38]
  const names = paragraph(
    [
      ...fitted(faces, name.main, left, [...steps(BOLD, [9.5, 1], [9, 2]), ...steps('PTSansNarrow-Bold', [8.5, 3])]),
      ...fitted(faces, name.second ?? '', left, [...steps(REGULAR, [8.5, 1], [8, 2]), ...steps(NARROW, [8, 3])], {
        language: SECOND,
      }),
    ],
    x,
  )
  const place = paragraph(
    [address.main, office.phone].flatMap((text) =>
      fitted(faces, text, right, [...steps(REGULAR, [7.5, 2]), ...steps(NARROW, [7.5, 3])], { colour: GREY }),
    ),
    x + width,
    'right',
  )
  const height = Math.max(names.height, place.height)
  return {
    height: height + mm(2.2),
    draw(sheet, top) {
      sheet.within('P', () => names.draw(sheet, top + height - names.height))
      sheet.within('P', () => place.draw(sheet, top + height - place.height))
      for (const below of [1.5, 2.05]) sheet.rule(x, top + height + mm(below), width, mm(0.27))
    },
  }
}

/** What the paper is, in large letters; the second language in grey under it, and what else says which one it is. */
export function heading({ faces }: PaperMaker, title: Said, { x, width }: Span, more: readonly string[] = []): Block {
  const name = paragraph(fitted(faces, title.main, width, steps(SERIF, [14, 2], [12, 3]), { leading: 1.15 }), x)
  const small = { leading: 1.25, colour: GREY, language: SECOND }
  const under = paragraph(
    [
      ...fitted(faces, title.second ?? '', width, steps('PTSerif-Regular', [9.5, 2], [9, 3]), small),
      ...more.flatMap((text) =>
        fitted(faces, text, width, [...steps(REGULAR, [9, 2]), ...steps(NARROW, [8.5, 3])], { leading: 1.35 }),
      ),
    ],
    x,
  )
  return {
    height: name.height + under.height,
    draw(sheet, top) {
      sheet.within('H1', () => name.draw(sheet, top))
      sheet.within('P', () => under.draw(sheet, top + name.height))
    },
  }
}

/** The last line of a page: which paper it is, when and by whom it was made, and which page of how many. */
export function drawFoot(
  sheet: Sheet,
  { faces, voices, imprint }: PaperMaker,
  { x, width }: Span,
  { size, of, page, pages }: { size: PageSize; of: string; page: number; pages: number },
): void {
  const baseline = size.height - mm(6)
  const look = { face: REGULAR, size: 7, colour: GREY } as const
  const printed = voices.say('papers.common.printed', { date: formatDate(imprint.printedOn), name: imprint.printedBy })
  const count = besideText(voices.say('papers.common.page', { page, pages }))
  sheet.rule(x, baseline - mm(3.4), width, mm(0.15))
  const room = width - faces.width(count, look.face, look.size) - mm(4)
  const [both, one] = [besideText(printed), printed.main].map((text) => [of, text].filter(Boolean).join(' · '))
  const isWide = faces.width(both!, look.face, look.size) <= room
  const [left] = fitted(faces, isWide ? both! : one!, room, [...steps(REGULAR, [7, 1]), ...steps(NARROW, [7, 1])])
  sheet.runs(
    (left?.runs ?? []).map((run) => ({ ...run, colour: GREY })),
    look.size,
    x,
    baseline,
  )
  sheet.text(count, look, x + width, baseline, 'right')
}
