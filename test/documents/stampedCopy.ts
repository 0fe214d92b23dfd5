import { copyWithStamp, type CopyToStamp } from '#core/attachments/stamping/copyWithStamp'
import { renderStamp, type StampFacts } from '#core/slips/stampDocument'

/** Draws a stamp and makes a copy of a file with it, as the program does. */
export async function makeStampedCopy({ facts, ...copy }: CopyToStamp & { facts: StampFacts }): ReturnType<typeof copyWithStamp> {
  return copyWithStamp(await renderStamp({ ...facts, russian: copy.russian }), copy)
}
