import { formatPhone } from '#shared/domain'
import type { OfficeState } from '../settings/settings.service'
import type { SlipFacts } from './slipFacts'

/** The office as slips name it: telephone and opening hours written out. */
export function officeOnPaper({ details, rules }: Pick<OfficeState, 'details' | 'rules'>): SlipFacts['office'] {
  const short = (time: string): string => time.replace(/^0/, '')
  const hours = `${short(rules.dayStarts)}–${short(rules.breakStarts)}, ${short(rules.breakEnds)}–${short(rules.dayEnds)}`
  const { name, address, contactCentre } = details
  return { name, address, phone: formatPhone(details.phone), contactCentre, hours, week: rules.week }
}
