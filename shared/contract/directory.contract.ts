import { z } from 'zod'
import { BODY_KINDS, LETTER_LANGUAGES, LETTER_PURPOSES } from '../domain/decisions'
import { bothLanguages, email, id, oneOf, text } from './fields'
import type { ErrorParams } from './errors'
import { reads, writes } from './procedure'

const bodyFields = z.object({
  kind: oneOf(BODY_KINDS),
  name: bothLanguages({ required: true, max: 300 }),
  /** To whom a letter is addressed there, as written on it: «Басқарма төрағасына». */
  head: bothLanguages({ max: 200 }),
  address: bothLanguages({ max: 300 }),
  phone: text({ max: 60 }),
  email,
  site: text({ max: 200 }),
  active: z.boolean(),
})
const body = bodyFields.extend({ id, version: z.number() })
/** A body letters are redirected to, or that applicants are told of (R12, R13, R21, R24). */
export type Body = z.infer<typeof body>

const caseFields = z.object({
  index: text({ required: true, max: 20 }),
  title: bothLanguages({ required: true, max: 300 }),
  /** How long it is kept and by which article of the list, as written in the nomenclature. */
  retention: bothLanguages({ required: true, max: 100 }),
  active: z.boolean(),
})
const caseOfFiles = caseFields.extend({ id, version: z.number() })
/** A case of the nomenclature. */
export type CaseOfFiles = z.infer<typeof caseOfFiles>

/** A template as it stands in the folder. `fault`: why it cannot be used; the letters then cannot be signed. */
export interface TemplateState {
  purpose: (typeof LETTER_PURPOSES)[number]
  language: (typeof LETTER_LANGUAGES)[number]
  file: string
  changed: boolean
  fault: { code: string; params: ErrorParams } | null
}

const template = z.object({ purpose: z.enum(LETTER_PURPOSES), language: z.enum(LETTER_LANGUAGES) })
const row = z.object({ id: id.nullable(), version: z.number().int() })

export const directory = {
  /** Bodies and cases, also those no longer used. */
  all: reads('office.read').output(z.object({ bodies: z.array(body), cases: z.array(caseOfFiles) })),
  /** Adds a body, or changes or retires one. Errors: `conflict.stale`, `not_found`, `invalid_input`. */
  saveBody: writes('office.manage', 'body.saved').input(bodyFields.extend(row.shape)).output(body),
  /** Adds a case to the nomenclature, or changes or closes one. Errors: `conflict.stale`, `not_found`, `directory.index_taken`, `invalid_input`. */
  saveCase: writes('office.manage', 'case.saved').input(caseFields.extend(row.shape)).output(caseOfFiles),
  /** The templates of the letters, with what is wrong with them, and the folder they lie in. */
  templates: reads('office.manage').output(z.object({ folder: z.string(), templates: z.custom<TemplateState[]>() })),
  /** The text of a template. Errors: `templates.unreadable`. */
  template: reads('office.manage')
    .input(template)
    .output(z.object({ text: z.string() })),
  /** Writes a template. Errors: `templates.*`. */
  saveTemplate: writes('office.manage', 'template.saved')
    .input(template.extend({ text: z.string().max(100_000) }))
    .output(z.custom<TemplateState[]>()),
  /** Puts the shipped text back. */
  restoreTemplate: writes('office.manage', 'template.restored').input(template).output(z.custom<TemplateState[]>()),
}
