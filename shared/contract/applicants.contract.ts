import { z } from 'zod'
import { APPLICANT_TYPES } from '../domain/appeals'
import { id } from './fields'
import { reads } from './procedure'

const applicant = z.object({
  id,
  type: z.enum(APPLICANT_TYPES),
  identifier: z.string(),
  name: z.string(),
  postalAddress: z.string(),
  residence: z.string(),
  phone: z.string(),
  email: z.string(),
  language: z.enum(['kk', 'ru', 'other']),
  letters: z.number(),
})
export type Applicant = z.infer<typeof applicant>

const earlierLetter = z.object({
  id,
  number: z.string(),
  kind: z.string(),
  status: z.string(),
  subject: z.string(),
  registeredOn: z.string(),
  deadline: z.string(),
})
export type EarlierLetter = z.infer<typeof earlierLetter>

export const applicants = {
  /** Known applicants by the beginning of a name's words, IIN/BIN or phone (at least two characters); at most eight, best known first. */
  find: reads('register.write')
    .input(z.object({ text: z.string().max(200) }))
    .output(z.array(applicant)),
  /** Earlier letters of an applicant, newest first, at most twenty. */
  letters: reads('register.read')
    .input(z.object({ applicantId: id }))
    .output(z.array(earlierLetter)),
}
