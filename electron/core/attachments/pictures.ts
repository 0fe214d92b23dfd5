import sharp from 'sharp'

/** Most pixels of a picture that are unpacked: an A0 sheet at 300 dpi fits, a decompression bomb does not. */
const MOST_PIXELS = 150_000_000

/** Long side of a shown page in pixels. */
const LONG_SIDE = 1600

/** How many pictures are unpacked at once: each may need some hundred megabytes at its worst. */
const AT_ONCE = 2

// Pictures of applicants are not kept in memory.
sharp.cache(false)

const opened = (path: string, page = 0): sharp.Sharp =>
  sharp(path, { page, limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true })

/** Pages of a JPEG, PNG or TIFF; `null`: it cannot be read to its end, or is too large to be shown. */
export function picturePages(path: string): Promise<number | null> {
  return inTurn(async () => {
    try {
      const { pages = 1 } = await opened(path).metadata()
      // Only unpacking tells whether all of it is there.
      await opened(path).resize(32, 32, { fit: 'inside' }).raw().toBuffer()
      return pages
    } catch {
      return null
    }
  })
}

/** One page (from 1) of a picture as PNG, upright as its EXIF says, at most 1600 px on the long side; `null`: there is no such page, or it cannot be read. */
export function picturePage(path: string, page: number): Promise<Uint8Array | null> {
  return inTurn(async () => {
    try {
      const size = { width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true } as const
      return await opened(path, page - 1)
        .rotate()
        .resize(size)
        .png({ compressionLevel: 6 })
        .toBuffer()
    } catch {
      return null
    }
  })
}

const waiting: (() => void)[] = []
let running = 0

async function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  // Whoever ends hands the place on, so that nobody slips in between.
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await run()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
