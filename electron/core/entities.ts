import type { EntitySchema } from 'typeorm'
import { ApplicantEntity } from './applicants/Applicant.entity'
import { AttachmentEntity } from './attachments/Attachment.entity'
import { StagedFileEntity } from './attachments/StagedFile.entity'
import { EventEntity } from './audit/Event.entity'
import { CalendarDayEntity } from './calendar/CalendarDay.entity'
import { CalendarYearEntity } from './calendar/CalendarYear.entity'
import { ClosingEntity } from './closings/Closing.entity'
import { DraftEntity } from './drafts/Draft.entity'
import { PersonEntity } from './people/Person.entity'
import { AppealEntity } from './register/Appeal.entity'
import { ResolutionEntity } from './routing/Resolution.entity'
import { TaskEntity } from './routing/Task.entity'
import { AgreementEntity } from './decisions/Agreement.entity'
import { BodyEntity } from './directory/Body.entity'
import { CaseEntity } from './directory/Case.entity'
import { DecisionEntity } from './decisions/Decision.entity'
import { LetterEntity } from './letters/Letter.entity'
import { PaperMoveEntity } from './filing/PaperMove.entity'
import { PaperSettingsEntity } from './papers/PaperSettings.entity'
import { ProofKeyEntity } from './proof/ProofKey.entity'
import { OfficeEntity } from './settings/Office.entity'
import { PublicServiceEntity } from './settings/PublicService.entity'
import { SlipEntity } from './slips/Slip.entity'
import { AbsenceEntity } from './structure/Absence.entity'
import { DepartmentEntity } from './structure/Department.entity'
import { TermRuleEntity } from './terms/TermRule.entity'

/** Every table of the register. `test/migrations` proves that they equal what the migrations make. */
export const ENTITIES: EntitySchema[] = [
  AbsenceEntity,
  AppealEntity,
  ApplicantEntity,
  CalendarDayEntity,
  CalendarYearEntity,
  DepartmentEntity,
  DraftEntity,
  EventEntity,
  OfficeEntity,
  PersonEntity,
  PublicServiceEntity,
  ResolutionEntity,
  SlipEntity,
  TaskEntity,
  TermRuleEntity,
  AgreementEntity,
  BodyEntity,
  CaseEntity,
  DecisionEntity,
  LetterEntity,
  PaperMoveEntity,
  AttachmentEntity,
  StagedFileEntity,
  ProofKeyEntity,
  PaperSettingsEntity,
  ClosingEntity,
] as EntitySchema[]
