import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A part of a tagged PDF as poppler reads it: its role, how deep it stands, its texts. */
export interface ReadTag {
  role: string
  depth: number
  text: string
}

/** The parts of a PDF in reading order; none of a file that is not tagged. */
export function readTags(pdf: Uint8Array): ReadTag[] {
  const dir = mkdtempSync(join(tmpdir(), 'kiris-tags-'))
  try {
    writeFileSync(join(dir, 'paper.pdf'), pdf)
    const told = execFileSync('pdfinfo', ['-struct-text', 'paper.pdf'], { cwd: dir, encoding: 'utf8' })
    const tags: ReadTag[] = []
    for (const line of told.split('\n')) {
      const [, indent = '', quoted, role] = /^( *)(?:"(.*)"|([A-Z]\w*)(?: \(\w+\))?:?)$/.exec(line) ?? []
      if (role) tags.push({ role, depth: indent.length / 2, text: '' })
      else if (quoted !== undefined && tags.length > 0) {
        // A text belongs to the last part that stands less deep than it.
        const owner = tags.findLast(({ depth }) => depth < indent.length / 2)
        if (owner) owner.text = `${owner.text} ${quoted}`.trim()
      }
    }
    return tags
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
