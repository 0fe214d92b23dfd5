import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Word } from './readPdf'

/** The words of a PDF by its pages, as poppler reads them: each with its box in points from the upper left corner. */
export function readPages(pdf: Uint8Array): Word[][] {
  const dir = mkdtempSync(join(tmpdir(), 'kiris-pages-'))
  try {
    writeFileSync(join(dir, 'letter.pdf'), pdf)
    const html = execFileSync('pdftotext', ['-bbox', '-enc', 'UTF-8', 'letter.pdf', '-'], { cwd: dir, encoding: 'utf8' })
    const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g
    return [...html.matchAll(/<page [^>]*>(.*?)<\/page>/gs)].map(([, page]) =>
      [...page!.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
        ...{ left: +left!, top: +top!, right: +right!, bottom: +bottom! },
        text: text!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      })),
    )
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The words of a page as one text. */
export const textOf = (words: readonly Word[]): string =>
  words
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
