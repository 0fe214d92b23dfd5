import { readPart } from '../../api/files'
import type { Extent } from './stampPlacing'

/** Millimetres of an inch. */
const INCH = 25.4
/** Resolutions that scanners and cameras mean, dots per inch; others are what programs write when they know none. */
const PLAUSIBLE_DPI = { from: 100, to: 600 }
/** Sides of a sheet somebody may have scanned, mm: 70 mm to A0. */
const PLAUSIBLE_SIDE = { from: 69.85, to: 1189.2 }
const A4 = { short: 210, long: 297 }
/** Where a picture says how fine it is. */
const HEAD = 64 * 1024

/**
 * How large a picture's page is once it is paper, mm: as its resolution says where that is likely, else fitted into A4; the same rule by which the office makes a page of it. `pixels`: as it is seen. Errors:
 * those of `readPart`.
 */
export async function pictureSize(path: string, pixels: Extent, signal: AbortSignal): Promise<Extent> {
  const { bytes } = await readPart(path, { from: 0, to: HEAD, signal })
  return sizeAt(pixels, resolutionOf(bytes))
}

/** As `pictureSize`, for a known resolution in dots per inch; `null`: none is stated. */
export function sizeAt({ width, height }: Extent, dpi: number | null): Extent {
  if (dpi !== null && dpi >= PLAUSIBLE_DPI.from && dpi <= PLAUSIBLE_DPI.to) {
    const size = { width: (width * INCH) / dpi, height: (height * INCH) / dpi }
    const isLikely = (side: number): boolean => side >= PLAUSIBLE_SIDE.from && side <= PLAUSIBLE_SIDE.to
    if (isLikely(size.width) && isLikely(size.height)) return size
  }
  const [across, along] = width > height ? [A4.long, A4.short] : [A4.short, A4.long]
  const scale = Math.min(across / width, along / height)
  return { width: width * scale, height: height * scale }
}

/** Dots per inch that a JPEG (JFIF) or PNG (pHYs) states; `null`: none. */
export function resolutionOf(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0) === 0x89504e47) return ofPng(view)
    return view.getUint16(0) === 0xffd8 ? ofJpeg(view) : null
  } catch {
    // The picture says less than its head promises.
    return null
  }
}

// PNG (ISO/IEC 15948 §11.3.5.3): pixels per metre.
function ofPng(view: DataView): number | null {
  for (let at = 8; at + 12 < view.byteLength; at += view.getUint32(at) + 12) {
    const name = view.getUint32(at + 4)
    if (name === 0x70485973) return view.getUint8(at + 16) === 1 ? (view.getUint32(at + 8) * INCH) / 1000 : null
    if (name === 0x49444154) return null
  }
  return null
}

// JFIF (ITU-T T.871 §10.1): per inch or per centimetre.
function ofJpeg(view: DataView): number | null {
  for (let at = 2; at + 4 < view.byteLength; at += view.getUint16(at + 2) + 2) {
    const marker = view.getUint16(at)
    if (marker === 0xffe0 && view.getUint32(at + 4) === 0x4a464946) {
      const unit = view.getUint8(at + 11)
      const dots = view.getUint16(at + 12)
      if (unit === 1) return dots
      return unit === 2 ? dots * 2.54 : null
    }
    if (marker === 0xffda) return null
  }
  return null
}
