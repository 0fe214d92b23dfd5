import type { SlipFormat } from '#shared/contract'
import sharp from 'sharp'
import type { Picture } from './form/picture'

/** Where the pictures of the papers are kept, by SHA-256; `null`: gone or damaged. */
export interface Logos {
  read(sha256: string): Promise<Uint8Array | null>
}

/** Lighter than this (of 255) stays white on a roll, whose printer knows no grey. */
const BLACK_BELOW = 150
/** Of a picture that is unpacked for a slip. */
const MOST_PIXELS = 1200 * 1200

/** The office's picture as a format prints it: on white, on a roll black and white alone. `null` without one, and when it is gone, damaged or cannot be read: a slip never fails for it. */
export async function slipLogo(
  logos: Logos,
  sha256: string | null | undefined,
  format: SlipFormat = 'a5',
): Promise<Picture | null> {
  if (!sha256) return null
  try {
    const bytes = await logos.read(sha256)
    if (!bytes) return null
    const plain = sharp(bytes, { limitInputPixels: MOST_PIXELS }).flatten({ background: '#ffffff' })
    const printed = format === 'roll80' ? plain.greyscale().threshold(BLACK_BELOW) : plain
    const { data, info } = await printed.png().toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
