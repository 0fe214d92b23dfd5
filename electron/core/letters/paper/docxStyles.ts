import type { IPropertiesOptions, IRunPropertiesOptions } from 'docx'
import type { LetterLanguage } from '#shared/domain'
import { BODY } from './letterSheet'
import { markdownBlocks, type LetterBlock } from './markdownBlocks'

/** Names of the styles by which an office can change a whole letter at once. */
export const STYLE = {
  headName: 'LetterheadName',
  headLine: 'LetterheadLine',
  reference: 'Reference',
  recipientName: 'RecipientName',
  recipientLine: 'RecipientLine',
  body: 'BodyText',
  heading: 'BodyHeading',
  item: 'BodyItem',
  signature: 'Signature',
  executor: 'Executor',
} as const

/** Points in twentieths, as Word measures lengths. */
export const twips = (points: number): number => Math.round(points * 20)

const LANGUAGE = { kk: 'kk-KZ', ru: 'ru-RU' } as const
const SERIF = 'PT Serif'
const SANS = 'PT Sans'
const GREY = '3A3A3A'

/** Sizes of type stand in half points. */
const type = (font: string, size: number, more: IRunPropertiesOptions = {}): IRunPropertiesOptions => ({
  font,
  size: size * 2,
  ...more,
})

/** The styles of a letter; every text bears the letter's language, so that its spelling is checked rightly. */
export function letterStyles(language: LetterLanguage): NonNullable<IPropertiesOptions['styles']> {
  const style = (id: string, name: string, run: IRunPropertiesOptions, paragraph: object = {}) => ({
    ...{ id, name, run, paragraph, basedOn: 'Normal', next: id, quickFormat: true },
  })
  const text = { spacing: { before: 80, line: 276 }, indent: { firstLine: twips(BODY.indent) }, widowControl: true }
  return {
    default: {
      document: {
        run: type(SERIF, BODY.size, { language: { value: LANGUAGE[language] } }),
        paragraph: { spacing: { before: 0, after: 0 } },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      style(STYLE.headName, 'Letterhead name', type(SANS, 11.5, { bold: true })),
      style(STYLE.headLine, 'Letterhead line', type(SANS, 8.5, { color: GREY })),
      style(STYLE.reference, 'Letter reference', type(SANS, 11.5), { spacing: { before: 20 } }),
      style(STYLE.recipientName, 'Recipient name', type(SERIF, BODY.size, { bold: true })),
      style(STYLE.recipientLine, 'Recipient line', type(SERIF, 11), { spacing: { before: 40 } }),
      style(STYLE.body, 'Letter text', type(SERIF, BODY.size), text),
      style(STYLE.heading, 'Letter heading', type(SERIF, BODY.size, { bold: true }), {
        ...text,
        spacing: { before: 180, line: 276 },
        keepNext: true,
        outlineLevel: 0,
      }),
      style(STYLE.item, 'Letter list', type(SERIF, BODY.size), { spacing: { before: 40, line: 276 }, widowControl: true }),
      style(STYLE.signature, 'Letter signature', type(SERIF, BODY.size, { bold: true })),
      style(STYLE.executor, 'Letter executor', type(SANS, 9, { color: GREY })),
    ],
  }
}

/** The blocks of a body and the numbering of its lists: one for every list, so that each counts from its own beginning. */
export function bodyNumbering(body: string): { blocks: LetterBlock[]; config: NonNullable<IPropertiesOptions['numbering']> } {
  const blocks = markdownBlocks(body)
  const lists = new Map<number, LetterBlock[]>()
  for (const block of blocks) if (block.item) lists.set(block.item.list, [...(lists.get(block.item.list) ?? []), block])
  return {
    blocks,
    config: { config: [...lists.values()].map((items) => ({ reference: listName(items[0]!), levels: [levelOf(items[0]!)] })) },
  }
}

/** By which name a paragraph finds its list. */
export const listName = ({ item }: LetterBlock): string => `list-${item!.list}`

/** Where the text of an item begins, in twips from the margin, and how far its mark hangs out. */
export function itemIndent({ item }: LetterBlock): { left: number; hanging: number } {
  const hanging = item!.number ? 454 : 284
  return { left: twips(BODY.indent) + Math.min(item!.depth, 4) * 454 + hanging, hanging }
}

function levelOf(block: LetterBlock) {
  const number = block.item!.number
  return {
    level: 0,
    format: number ? ('decimal' as const) : ('bullet' as const),
    text: number ? `%1${number.closing}` : '–',
    start: number?.value ?? 1,
    alignment: 'left' as const,
    style: { run: { font: SERIF }, paragraph: { indent: itemIndent(block) } },
  }
}
