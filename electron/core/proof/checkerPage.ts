import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProofKey } from '#shared/contract'
import type { BothLanguages, IsoDate } from '#shared/domain'
import { LOCALES, localMoment, messages, type Locale } from '#shared/i18n'

/** Where the parts of the page lie: the page and its look among the resources, its script among the built files. */
export interface CheckerFolders {
  resourcesDir: string
  workersDir: string
}

/** What the page knows of its office. */
export interface CheckerFacts {
  office: BothLanguages
  keys: readonly ProofKey[]
  timeZone: string
  /** Now, UTC. */
  at: string
}

/**
 * The checker as one HTML file: it needs no network, and its own policy forbids it everything but its own script and look, which it names by their hashes (CSP level 3). Public keys only. Errors: the
 * file system's, when a part of the program is missing.
 */
export async function checkerPage({ resourcesDir, workersDir }: CheckerFolders, facts: CheckerFacts): Promise<string> {
  const [page, style, made] = await Promise.all([
    readFile(join(resourcesDir, 'checker', 'checker.html'), 'utf8'),
    readFile(join(resourcesDir, 'checker', 'checker.css'), 'utf8'),
    readFile(join(workersDir, 'checker.js'), 'utf8'),
  ])
  // The page ends a script at the first such mark, even inside a string.
  const script = made.replace(/<\/(script)/gi, '<\\/$1')
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; img-src blob:; base-uri 'none'; form-action 'none'`
  const data = JSON.stringify(dataOf(facts)).replace(/</g, '\\u003c')
  const parts: readonly (readonly [place: string, part: string])[] = [
    ['content="policy"', `content="${policy}"`],
    ['<title>title</title>', `<title>${messages.kk.proof.checker.title}</title>`],
    ['<!-- style -->', `<style>${style}</style>`],
    ['<!-- data -->', `<script id="data" type="application/json">${data}</script>`],
    ['<!-- script -->', `<script>${script}</script>`],
  ]
  return parts.reduce((whole, [place, part]) => whole.replace(place, () => part), page)
}

function dataOf({ office, keys, timeZone, at }: CheckerFacts) {
  const dayOf = (moment: string): IsoDate => localMoment(moment, timeZone).date
  const each = <Value>(value: (locale: Locale) => Value) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, value(locale)])) as Record<Locale, Value>
  return {
    office,
    madeOn: dayOf(at),
    keys: keys.map(({ id, publicKey, since, replacedAt, validTo }) => ({
      ...{ id, publicKey, since: dayOf(since), validTo },
      replacedOn: replacedAt === null ? null : dayOf(replacedAt),
    })),
    texts: each((locale) => messages[locale].proof.checker),
    languages: each((locale) => messages[locale].app.languages[locale].name),
  }
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
