import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

const references = join(import.meta.dirname, 'references')
const found = join(process.cwd(), 'out', 'pictures')

/**
 * Share of picture points (0…1) that differ from the reference `<name>.png`. `UPDATE_REFERENCES=1` writes the reference instead. Versions of poppler smooth letters differently,
 * so single points count only when they differ plainly. The picture is kept in `out/pictures` for looking at it.
 */
export function differenceFromReference(name: string, picture: PNG): number {
  const file = join(references, `${name}.png`)
  if (process.env['UPDATE_REFERENCES'] === '1') writeFileSync(file, PNG.sync.write(grey(picture), { colorType: 0 }))
  if (!existsSync(file)) throw new Error(`no reference ${name}.png: look at the slip, then run with UPDATE_REFERENCES=1`)
  mkdirSync(found, { recursive: true })
  writeFileSync(join(found, `${name}.png`), PNG.sync.write(picture))
  const reference = PNG.sync.read(readFileSync(file))
  const { width, height } = reference
  if (picture.width !== width || picture.height !== height) return 1
  return pixelmatch(reference.data, grey(picture).data, undefined, width, height, { threshold: 0.3 }) / (width * height)
}

// Grey pictures are a third of the size; the one colour of the slip is tested by itself.
function grey(picture: PNG): PNG {
  const copy = new PNG({ width: picture.width, height: picture.height })
  for (let i = 0; i < picture.data.length; i += 4) {
    const light = Math.round(0.299 * picture.data[i]! + 0.587 * picture.data[i + 1]! + 0.114 * picture.data[i + 2]!)
    copy.data.fill(light, i, i + 3)
    copy.data[i + 3] = 255
  }
  return copy
}
