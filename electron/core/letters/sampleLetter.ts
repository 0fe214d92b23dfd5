import {
  formatPhone,
  TEMPLATE_FIELDS,
  type IsoDate,
  type LetterLanguage,
  type LetterPurpose,
  type TemplateField,
} from '#shared/domain'
import { localMoment, messages } from '#shared/i18n'
import type { OfficeState } from '../settings/settings.service'
import type { LetterFacts } from './paper/letterFacts'
import type { Templates } from './templates.service'

/** A letter with invented particulars, to see what a template makes. Errors: `templates.*`. */
export async function sampleLetter(
  templates: Templates,
  { details }: OfficeState,
  { purpose, language, at }: { purpose: LetterPurpose; language: LetterLanguage; at: string },
): Promise<LetterFacts> {
  const { sample } = messages[language].decisions
  const fields = Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, sample[field]])) as Record<TemplateField, string>
  const { name, address, phone, email } = details
  return {
    ...{ purpose, language, number: '', signedOn: '' },
    office: { name, address, phone: formatPhone(phone), email },
    incoming: { number: sample.incomingNumber, on: localMoment(at, 'UTC').date satisfies IsoDate },
    recipient: { name: sample.applicant, lines: [sample.applicantAddress] },
    body: await templates.fill(purpose, language, fields),
    ...{ signer: null, executor: null, createdAt: at },
  }
}
