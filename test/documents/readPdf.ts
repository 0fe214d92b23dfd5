import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'

/** A PDF as programs of other people read it: poppler for texts, fonts and pictures, zbar for codes. */
export class ReadPdf {
  constructor(readonly bytes: Uint8Array) {}

  /** All texts in reading order, every run of white space one space. */
  get text(): string {
    return this.#tool('pdftotext', ['-raw', '-enc', 'UTF-8', 'slip.pdf', '-']).replace(/\s+/g, ' ').trim()
  }

  /** Words with their boxes, in points from the upper left corner of the page. */
  get words(): Word[] {
    const page = this.#tool('pdftotext', ['-bbox', '-enc', 'UTF-8', 'slip.pdf', '-'])
    const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g
    return [...page.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
      ...{ left: +left!, top: +top!, right: +right!, bottom: +bottom! },
      text: text!.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'),
    }))
  }

  /** The fonts with poppler's marks: name, embedded, cut to what is used, readable as Unicode. */
  get fonts(): { name: string; embedded: boolean; subset: boolean; unicode: boolean }[] {
    const [, line, ...rows] = this.#tool('pdffonts', ['slip.pdf']).split('\n')
    if (!line?.startsWith('---')) throw new Error('pdffonts prints another table')
    return rows.filter(Boolean).map((row) => {
      const [embedded, subset, unicode] = row
        .match(/ (yes|no) +(yes|no) +(yes|no) /)!
        .slice(1)
        .map((mark) => mark === 'yes')
      return { name: row.split(' ')[0]!, embedded: embedded!, subset: subset!, unicode: unicode! }
    })
  }

  /** What the file says of itself: title, pages, page size … */
  get info(): Record<string, string> {
    const lines = this.#tool('pdfinfo', ['-isodates', 'slip.pdf']).trim().split('\n')
    return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
  }

  /** Its only page as picture. */
  picture(dpi: number): PNG {
    return this.#in((dir) => PNG.sync.read(this.#png(dir, dpi)))
  }

  /** What the codes on it say, read from a picture of 200 dpi. */
  get codes(): string[] {
    return this.#in((dir) => {
      this.#png(dir, 200)
      return run('zbarimg', ['--quiet', '--raw', 'slip.png'], dir).trim().split('\n')
    })
  }

  #png(dir: string, dpi: number): Buffer {
    run('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', 'slip.pdf', 'slip'], dir)
    return readFileSync(join(dir, 'slip.png'))
  }

  #tool(name: string, args: string[]): string {
    return this.#in((dir) => run(name, args, dir))
  }

  #in<Result>(read: (dir: string) => Result): Result {
    const dir = mkdtempSync(join(tmpdir(), 'kiris-pdf-'))
    try {
      writeFileSync(join(dir, 'slip.pdf'), this.bytes)
      return read(dir)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  }
}

const PACKAGES: Record<string, string> = { zbarimg: 'zbar-tools' }

// What the tools complain of besides (a missing message bus) is no finding.
function run(tool: string, args: string[], dir: string): string {
  try {
    return execFileSync(tool, args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`${tool} is missing: install it with «apt-get install ${PACKAGES[tool] ?? 'poppler-utils'}»`, {
      cause: error,
    })
  }
}

/** A word on the page, in points. */
export interface Word {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}
