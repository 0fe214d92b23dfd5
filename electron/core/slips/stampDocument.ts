import { facesInUse } from '../paper/fonts'
import { pdfOf } from '../paper/pdf'
import { Sheet } from '../paper/Sheet'
import { Voices } from '../paper/voices'
import { ALONE, stampBlock, type StampFacts } from './form/stamp'

export type { StampFacts } from './form/stamp'

/** A stamp laid out by itself: its marks from the upper left corner of its frame, its size in points. */
export function layOutStamp(facts: StampFacts): { sheet: Sheet; width: number; height: number; voices: Voices } {
  const faces = facesInUse()
  const voices = new Voices(facts.russian ? 'both' : 'kk')
  const sheet = new Sheet(faces)
  const { width, height, draw } = stampBlock(faces, voices, facts, ALONE, 0)
  draw(sheet, 0)
  return { sheet, width, height, voices }
}

/**
 * The registration stamp alone (R7): one page exactly as large as its frame (66 mm wide), on transparent ground, tagged. The same facts give the same bytes. `useFonts` comes first. Errors:
 * the file system's, when the fonts cannot be read.
 */
export async function renderStamp(facts: StampFacts): Promise<Uint8Array> {
  const { sheet, width, height, voices } = layOutStamp(facts)
  return pdfOf(sheet.faces, sheet.marks, {
    size: { width, height },
    language: voices.main,
    title: voices.say('slip.stamp.title', { number: facts.number }).main,
    author: voices.of(facts.office).main,
    createdAt: stampedAt(facts),
  })
}

/** The moment that the stamp itself bears, so that the same stamp is the same file. */
export function stampedAt({ registeredOn, registeredAt }: StampFacts): Date {
  return new Date(`${registeredOn}T${registeredAt || '00:00'}:00Z`)
}
