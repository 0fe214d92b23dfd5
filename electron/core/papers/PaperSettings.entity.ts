import type { PaperSettings } from '#shared/contract'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** The office's own wording and picture on its papers. */
export interface PaperSettingsRow {
  id: number
  content: PaperSettings
  version: number
}

export const PaperSettingsEntity = new EntitySchema<PaperSettingsRow>({
  name: 'PaperSettings',
  tableName: 'paper_settings',
  columns: { id: { type: 'integer', primary: true }, content: column.json(), version: column.integer() },
})
