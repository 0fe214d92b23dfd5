import type { EntitySchema } from 'typeorm'
import { ApplicantEntity } from './applicants/Applicant.entity'
import { EventEntity } from './audit/Event.entity'
import { CalendarDayEntity } from './calendar/CalendarDay.entity'
import { CalendarYearEntity } from './calendar/CalendarYear.entity'
import { DraftEntity } from './drafts/Draft.entity'
import { PersonEntity } from './people/Person.entity'
import { AppealEntity } from './register/Appeal.entity'
import { OfficeEntity } from './settings/Office.entity'
import { PublicServiceEntity } from './settings/PublicService.entity'
import { SlipEntity } from './slips/Slip.entity'
import { TermRuleEntity } from './terms/TermRule.entity'

/** Every table of the register. `test/migrations` proves that they equal what the migrations make. */
export const ENTITIES: EntitySchema[] = [
  AppealEntity,
  ApplicantEntity,
  CalendarDayEntity,
  CalendarYearEntity,
  DraftEntity,
  EventEntity,
  OfficeEntity,
  PersonEntity,
  PublicServiceEntity,
  SlipEntity,
  TermRuleEntity,
] as EntitySchema[]
