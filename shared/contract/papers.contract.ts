import { z } from 'zod'
import { bothLanguages, count, id, text } from './fields'
import { reads, writes } from './procedure'

/** Kinds of paper that leave the printer; printer, copies and sides are remembered for each. */
export const PAPER_KINDS = [
  'slip',
  'stamp',
  'letter',
  'calendar',
  'card',
  'envelope',
  'label',
  'sticker',
  'journal',
  'handedOver',
  'controlList',
  'inventory',
  'numbering',
  'closing',
  'attachment',
  'test',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** The office's own wording and picture on its papers. Empty texts: the name of the office stands alone, and nothing stands at the foot. */
export const paperSettings = z.object({
  /** Above the slip's facts in place of the office's name, lines as typed. */
  heading: bothLanguages({ max: 300, multiline: true }),
  /** At the foot of the slip. */
  note: bothLanguages({ max: 400, multiline: true }),
  /** SHA-256 of the picture beside the heading; PNG or JPEG, sent to `POST /files/papers/logo`. */
  logo: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Whether the stamp bears Russian under Kazakh; a state body's stamp is in the state language. */
  stampRussian: z.boolean(),
})
export type PaperSettings = z.infer<typeof paperSettings>

const state = z.object({ settings: paperSettings, version: z.number() })

export const papers = {
  /** The office's own wording and picture. */
  settings: reads('office.read').output(state),
  /** Errors: `conflict.stale`, `invalid_input`. */
  saveSettings: writes('papers.manage', 'papers.changed')
    .input(z.object({ version: z.number().int(), settings: paperSettings }))
    .output(state),
  /** Notes that something was put on paper: what, how often, for which entry. Errors: `not_found`. */
  printed: writes('papers.print', 'paper.printed')
    .input(
      z.object({
        paper: z.enum(PAPER_KINDS),
        entryId: id.nullable(),
        /** Which one, as people call it: a number, a period. */
        title: text({ max: 200, printed: false }),
        /** `null`: the browser's dialog was shown; what was chosen there, and whether it came out, a page is not told. */
        copies: count(1, 99).nullable(),
      }),
    )
    .output(z.object({})),
}
