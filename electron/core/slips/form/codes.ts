import { qrCode } from '../../paper/qr'
import type { SlipFacts } from '../slipFacts'
import { qrText } from './qrText'
import type { SlipCodes } from './SlipPage'

/** The codes of a slip: the signed one for the applicant and the bare number for the office; a slip that proves nothing bears number, moment and deadline twice. */
export function codesOf(facts: SlipFacts): SlipCodes {
  if (facts.proof) return { applicant: qrCode(facts.proof.code), office: qrCode(facts.number) }
  const plain = qrCode(qrText(facts))
  return { applicant: plain, office: plain }
}
