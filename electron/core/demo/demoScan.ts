import type { AppealFacts } from '#shared/contract'
import { formatDate } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import { wrap } from '../paper/fit'
import { facesInUse } from '../paper/fonts'
import { pdfOfPages } from '../paper/pdf'
import { mm, Sheet } from '../paper/Sheet'

/** A4 upright, in points. */
const PAGE = { width: 595.28, height: 841.89 }
const LEFT = mm(28)
const WIDTH = PAGE.width - LEFT - mm(16)
const HEAD = LEFT + WIDTH / 2
const SIZE = 12
const LINE = 17

/** The letter as its writer might have put it on paper, as PDF of one page: invented like everything in the demonstration. `createdAt`: UTC. */
export async function demoScan(facts: AppealFacts, createdAt: string): Promise<Uint8Array> {
  const language = facts.language === 'ru' ? 'ru' : 'kk'
  const say = translatorFor(language)
  const faces = facesInUse()
  const sheet = new Sheet(faces)
  let y = mm(24)
  const put = (text: string, face: 'PTSerif-Regular' | 'PTSerif-Bold' | 'PTSerif-Italic', x: number, width: number): void => {
    for (const runs of wrap(faces, [{ text, face }], SIZE, width)) {
      sheet.runs(runs, SIZE, x, y)
      y += LINE
    }
  }
  for (const line of [facts.addressedTo, facts.name, facts.postalAddress, facts.phone].filter((text) => text !== ''))
    put(line, 'PTSerif-Regular', HEAD, WIDTH / 2)
  y += 2 * LINE
  sheet.text(say(`words.kinds.${facts.kind}.name`), { face: 'PTSerif-Bold', size: 14 }, LEFT + WIDTH / 2, y, 'centre')
  y += 2 * LINE
  put(facts.subject, 'PTSerif-Bold', LEFT, WIDTH)
  y += LINE / 2
  for (const part of facts.summary.split('\n')) put(part, 'PTSerif-Regular', LEFT, WIDTH)
  y += 3 * LINE
  sheet.text(formatDate(facts.receivedOn), { face: 'PTSerif-Regular', size: SIZE }, LEFT, y)
  sheet.text(facts.name, { face: 'PTSerif-Italic', size: SIZE }, LEFT + WIDTH, y, 'right')
  const details = { language, title: facts.subject, author: facts.name, createdAt: new Date(createdAt) }
  return pdfOfPages(faces, [sheet.marks], { size: PAGE, ...details })
}
