import sharp, { type Metadata } from 'sharp'

/** Resolutions that scanners and cameras mean, in dots per inch; others (72, 96, 1) are what programs write when they know none. */
const PLAUSIBLE_DPI = { from: 100, to: 600 }
/** Sides of a sheet somebody may have scanned, in points: 70 mm to A0. */
const PLAUSIBLE_SIDE = { from: 198, to: 3371 }
/** A4 in points (ISO 216). */
const A4 = { short: 595.28, long: 841.89 }

/** Broken pictures are refused; odd details (unknown tags of a scanner) are not held against them. */
export const LENIENT = { failOn: 'error', sequentialRead: true } as const

/** A page in points, as it is seen. */
export interface PictureSize {
  width: number
  height: number
}

/** How large a page (from 1) of a picture is on paper. `null`: there is no such page, or the picture cannot be read. */
export async function pictureSize(path: string, page: number): Promise<PictureSize | null> {
  const metadata = await sharp(path, { ...LENIENT, page: page - 1 })
    .metadata()
    .catch(() => null)
  // Of a picture with one page any page could be asked for.
  return metadata && page <= (metadata.pages ?? 1) ? sizeOnPaper(metadata) : null
}

/** The one rule for pictures as paper: as large as the resolution says (100–600 dpi) where that makes a likely sheet, else fitted into A4; turned as EXIF says. */
export function sizeOnPaper({
  width,
  height,
  orientation = 1,
  density,
}: Pick<Metadata, 'width' | 'height' | 'orientation' | 'density'>): PictureSize {
  const [across, along] = orientation >= 5 ? [height, width] : [width, height]
  if (density !== undefined && density >= PLAUSIBLE_DPI.from && density <= PLAUSIBLE_DPI.to) {
    const sides = [(across * 72) / density, (along * 72) / density] as const
    if (sides.every((side) => side >= PLAUSIBLE_SIDE.from && side <= PLAUSIBLE_SIDE.to)) return rounded(...sides)
  }
  const [sheetAcross, sheetAlong] = across > along ? [A4.long, A4.short] : [A4.short, A4.long]
  const scale = Math.min(sheetAcross / across, sheetAlong / along)
  return rounded(across * scale, along * scale)
}

const rounded = (width: number, height: number): PictureSize => ({
  width: Math.round(width * 100) / 100,
  height: Math.round(height * 100) / 100,
})
