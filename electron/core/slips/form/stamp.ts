import type { BothLanguages, ClockTime, IsoDate } from '#shared/domain'
import { dayMonthYear } from '#shared/i18n'
import type { Faces } from '../../paper/faces'
import { fit, widthOf, type Run } from '../../paper/fit'
import { mm, type Block, type Sheet } from '../../paper/Sheet'
import { besideText, type PaperLanguage, type Voices } from '../../paper/voices'
import { atMost, sizes } from './settings'
import { sheetsShort } from './sheetsShort'

export const STAMP_INK = '#2b3f8c'
const [PLAIN, BOLD] = ['PTSerif-Regular', 'PTSerif-Bold'] as const
const LEADING = 1.25

/** What a registration stamp says (R7; «отметка о поступлении»). */
export interface StampFacts {
  /** Name of the office. */
  office: BothLanguages
  number: string
  numberParts: readonly { text: string; isSequence: boolean }[]
  registeredOn: IsoDate
  /** Local time; empty where the number was taken on another day than the stamp bears. */
  registeredAt: ClockTime | ''
  sheets: number
  annexSheets: number
  /** Russian under Kazakh. A state body's stamp is in the state language. */
  russian: boolean
}

/** The shape of a stamp. Lengths and sizes in points. */
export interface StampLook {
  width: number
  edge: number
  top: number
  bottom: number
  /** Sizes of the number, of the names and labels, of date and time. */
  number: number
  small: number
  moment: number
  ink: string
  /** Most lines of each name. */
  nameLines: number
  /** Height of sheets and signature, 0 without them. */
  foot: number
}
/** On the slip. */
export const ON_SLIP: StampLook = {
  ...{ width: mm(66), edge: mm(4.1), top: mm(3.1), bottom: mm(2.9), foot: 0 },
  ...{ number: 29, small: 7.5, moment: 8.5, ink: STAMP_INK, nameLines: 3 },
}
/** Alone on a letter: lower, with sheets and a line for the clerk's signature. */
export const ALONE: StampLook = { ...ON_SLIP, edge: mm(3.6), top: mm(2.4), bottom: mm(2.2), number: 22, foot: mm(5.6) }

interface Stamp {
  faces: Faces
  voices: Voices
  facts: StampFacts
  look: StampLook
  inner: number
}

/** The registration stamp in a double frame, its left edge at `left`: office, incoming number, date and time. The name of the office is Kazakh whatever the language of the paper. */
export function stampBlock(
  faces: Faces,
  voices: Voices,
  facts: StampFacts,
  look: StampLook,
  left: number,
): Block & { width: number } {
  const stamp: Stamp = { faces, voices, facts, look, inner: look.width - 2 * look.edge }
  const names = namesOf(stamp)
  const numberTop = look.top + names.length * look.small * LEADING + mm(0.9)
  const momentTop = numberTop + mm(1.1) + look.small * LEADING + look.number * 1.1 + mm(1.9)
  const momentHeight = look.moment * LEADING
  const height = momentTop + momentHeight + look.foot + look.bottom
  return {
    width: look.width,
    height,
    draw(sheet, top) {
      drawFrames(sheet, { ...look, left, top, height })
      drawNames(sheet, stamp, names, left + look.width / 2, top + look.top)
      drawNumber(sheet, stamp, left + look.edge, top + numberTop)
      drawMoment(sheet, stamp, left + look.edge, top + momentTop)
      if (look.foot > 0) drawFoot(sheet, stamp, left + look.edge, top + momentTop + momentHeight + look.foot)
    },
  }
}

interface NameLine {
  text: string
  size: number
  language: PaperLanguage
}

function namesOf({ faces, facts: { office, russian }, look, inner }: Stamp): NameLine[] {
  const { small, nameLines } = look
  const settings = atMost(nameLines, sizes(PLAIN, [small, 1], [small * 0.93, 1], [small, 3]))
  const lines = (language: PaperLanguage): NameLine[] => {
    const { lines: texts, size } = fit(faces, office[language], inner, settings)
    return texts.map((text) => ({ text, size, language }))
  }
  const kazakh = lines('kk')
  return russian || kazakh.length === 0 ? [...kazakh, ...lines('ru')] : kazakh
}

function drawFrames(sheet: Sheet, { left, top, width, height, ink }: StampLook & { left: number; height: number }): void {
  const inset = mm(1.25)
  sheet.frame(left, top, width, height, { width: mm(0.7), colour: ink })
  sheet.frame(left + inset, top + inset, width - 2 * inset, height - 2 * inset, { width: mm(0.25), colour: ink })
}

function drawNames(sheet: Sheet, { faces, look }: Stamp, names: readonly NameLine[], middle: number, top: number): void {
  const line = look.small * LEADING
  for (const language of ['kk', 'ru'] as const) {
    if (!names.some((name) => name.language === language)) continue
    sheet.within({ role: 'P', language }, () =>
      names.forEach(({ text, size, language: own }, index) => {
        const baseline = top + index * line + faces.baseline(PLAIN, size, line)
        if (own === language) sheet.text(text, { face: PLAIN, size, colour: look.ink }, middle, baseline, 'centre')
      }),
    )
  }
}

function drawNumber(sheet: Sheet, { faces, facts, voices, look, inner }: Stamp, x: number, top: number): void {
  const { small, number, ink } = look
  sheet.rule(x, top, inner, { width: mm(0.2), colour: ink })
  const label = besideText(voices.say('slip.stamp.number'))
  const labelTop = top + mm(0.9)
  const runs = numberRuns(facts.numberParts, ink)
  const size = Math.min(number, (number * inner) / widthOf(faces, runs, number))
  const baseline = labelTop + small * LEADING + faces.baseline(BOLD, number, number * 1.1)
  sheet.within('P', () => {
    sheet.text(label, { face: PLAIN, size: small, colour: ink }, x, labelTop + faces.baseline(PLAIN, small, small * LEADING))
    sheet.runs(runs, size, x + inner / 2, baseline, 'centre')
  })
}

function drawMoment(sheet: Sheet, { faces, facts, voices, look, inner }: Stamp, x: number, top: number): void {
  sheet.rule(x, top - mm(0.9), inner, { width: mm(0.2), colour: look.ink })
  const baseline = top + faces.baseline(PLAIN, look.moment, look.moment * LEADING)
  const date = voices.each((language) => dayMonthYear(language, facts.registeredOn)).main
  sheet.within('P', () => {
    sheet.text(voices.say('slip.stamp.date', { date }).main, { face: PLAIN, size: look.moment }, x, baseline)
    if (facts.registeredAt === '') return
    const time: Run[] = [
      { text: `${voices.say('slip.stamp.time').main} `, face: PLAIN },
      { text: facts.registeredAt, face: BOLD },
    ]
    sheet.runs(time, look.moment, x + inner, baseline, 'right')
  })
}

function drawFoot(sheet: Sheet, { faces, facts, voices, look, inner }: Stamp, x: number, bottom: number): void {
  const baseline = bottom - mm(1.4)
  const sheets = sheetsShort(facts, voices.say('words.sheets', { count: facts.annexSheets || facts.sheets }).main)
  const label = besideText(voices.say('slip.stamp.signature'))
  const from = x + (sheets === '' ? 0 : faces.width(sheets, PLAIN, look.moment) + mm(4))
  sheet.within('P', () => sheet.text(sheets, { face: PLAIN, size: look.moment }, x, baseline))
  sheet.within('P', () => sheet.text(label, { face: PLAIN, size: look.small, colour: look.ink }, from, baseline))
  const start = from + faces.width(label, PLAIN, look.small) + mm(1)
  sheet.rule(start, baseline + mm(0.3), x + inner - start, { width: mm(0.2), colour: look.ink })
}

/** The incoming number with its sequence in bold. */
export function numberRuns(parts: readonly { text: string; isSequence: boolean }[], ink: string = STAMP_INK): Run[] {
  return parts.map(({ text, isSequence }) => ({ text, face: isSequence ? BOLD : PLAIN, colour: ink }))
}
