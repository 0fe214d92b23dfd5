import {
  LETTER_LANGUAGES,
  LETTER_PURPOSES,
  TEMPLATE_FIELDS,
  type LetterLanguage,
  type LetterPurpose,
  type TemplateField,
} from '#shared/domain'
import { join } from 'node:path'
import Mustache from 'mustache'
import { storageFault } from '../db/driverErrors'
import { Refusal } from '../errors'
import { listMarkdown, plainMarkdown } from './fieldMarkdown'
import { asText, NoText, readText, writeText } from './templateFile'
import { faultOf, type TemplateFault } from './templateFaults'

export type { TemplateFault } from './templateFaults'

/** One template as it stands in the folder. */
export interface TemplateEntry {
  purpose: LetterPurpose
  language: LetterLanguage
  /** Its name in the folder. */
  file: string
  /** Whether it says something else than the shipped one. */
  changed: boolean
  /** Why it cannot be used. */
  fault: TemplateFault | null
}

/** Every template there is. */
const ALL = LETTER_PURPOSES.flatMap((purpose) => LETTER_LANGUAGES.map((language) => ({ purpose, language })))

const fileName = (purpose: LetterPurpose, language: LetterLanguage): string => `${purpose}.${language}.md`

/**
 * The bodies of the office's letters: markdown with fields (`TEMPLATE_FIELDS`), one file per purpose and language. `shippedDir`: those of the program; `dir`: the office's own, in the data
 * folder, which it may edit with anything that writes text. What is missing there is taken from the program.
 */
export class Templates {
  constructor(
    private readonly shippedDir: string,
    readonly dir: string,
  ) {}

  /** Writes the missing files into the office's folder, so that it finds what it may edit. Never overwrites. The names of those that could not be written: the program then uses its own. */
  async prepare(): Promise<string[]> {
    const failed: string[] = []
    for (const { purpose, language } of ALL) {
      const file = fileName(purpose, language)
      try {
        const present = await readText(join(this.dir, file))
        if (present === null) await writeText(join(this.dir, file), await this.#shipped(purpose, language))
      } catch (error) {
        // What stands there unreadable is the office's, and `list` says so.
        if (!(error instanceof NoText)) failed.push(file)
      }
    }
    return failed
  }

  /**
   * The body of a letter as markdown. Fields are plain texts and stay so (`plainMarkdown`); `missing` has one line per point and becomes a list. Sections of empty fields are left out. Errors:
   * `templates.unknown_field` (`file`, `line`, `field`), `templates.broken` (`file`, `line`), `templates.unreadable` (`file`), `templates.unprintable` (`file`, `line`, `character`).
   */
  async fill(purpose: LetterPurpose, language: LetterLanguage, fields: Record<TemplateField, string>): Promise<string> {
    const text = await this.read(purpose, language)
    refuse(faultOf(fileName(purpose, language), text))
    const view = Object.fromEntries(
      TEMPLATE_FIELDS.map((field) => [field, field === 'missing' ? listMarkdown(fields.missing) : plainMarkdown(fields[field])]),
    )
    const filled = new Mustache.Writer().render(text, view, undefined, { escape: String })
    return `${filled.replace(/\n{3,}/g, '\n\n').trim()}\n`
  }

  /** All templates, with what is wrong with them. */
  async list(): Promise<TemplateEntry[]> {
    return Promise.all(
      ALL.map(async ({ purpose, language }) => {
        const file = fileName(purpose, language)
        try {
          const text = await this.read(purpose, language)
          const changed = text.trim() !== (await this.#shipped(purpose, language)).trim()
          return { purpose, language, file, changed, fault: faultOf(file, text) }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return { purpose, language, file, changed: true, fault: { code: 'templates.unreadable' as const, params: { file } } }
        }
      }),
    )
  }

  /** The text of a template, faulty or not. Errors: `templates.unreadable`. */
  async read(purpose: LetterPurpose, language: LetterLanguage): Promise<string> {
    const file = fileName(purpose, language)
    const own = await readText(join(this.dir, file)).catch((error: unknown) => unreadable(file, error))
    return own ?? this.#shipped(purpose, language)
  }

  /** Writes a template, whole or not at all. Errors: `templates.*` as in `fill`, when the text cannot be used; `storage.full`, `storage.read_only`. */
  async save(purpose: LetterPurpose, language: LetterLanguage, text: string): Promise<void> {
    const file = fileName(purpose, language)
    let kept: string
    try {
      kept = asText(new TextEncoder().encode(text))
    } catch (error) {
      unreadable(file, error)
    }
    refuse(faultOf(file, kept))
    await this.#write(file, `${kept.trimEnd()}\n`)
  }

  /** Puts the shipped text back. Errors: `templates.unreadable` (a folder in its place), `storage.full`, `storage.read_only`. */
  async restore(purpose: LetterPurpose, language: LetterLanguage): Promise<void> {
    await this.#write(fileName(purpose, language), await this.#shipped(purpose, language))
  }

  async #write(file: string, text: string): Promise<void> {
    try {
      await writeText(join(this.dir, file), text)
    } catch (error) {
      const fault = storageFault(error)
      if (fault === 'full' || fault === 'read_only') throw new Refusal(`storage.${fault}`)
      const { code } = error as NodeJS.ErrnoException
      if (['EISDIR', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code ?? '')) throw new Refusal('templates.unreadable', { file })
      throw error
    }
  }

  /** The program's own. It is there: without it nothing was installed. */
  async #shipped(purpose: LetterPurpose, language: LetterLanguage): Promise<string> {
    const file = fileName(purpose, language)
    const text = await readText(join(this.shippedDir, file)).catch((error: unknown) => unreadable(file, error))
    if (text === null) throw new Refusal('templates.unreadable', { file })
    return text
  }
}

function refuse(fault: TemplateFault | null): void {
  if (fault) throw new Refusal(fault.code, fault.params)
}

function unreadable(file: string, error: unknown): never {
  if (error instanceof NoText) throw new Refusal('templates.unreadable', { file })
  throw error
}
