import type { ShortTermRule, TermRule } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** One version of a term rule, whole: of an answer, or of an act with a short term of its own (`purpose`). Triggers forbid changing it. */
export interface TermRuleRow {
  ruleId: string
  version: number
  content: TermRule | ShortTermRule
}

export const TermRuleEntity = new EntitySchema<TermRuleRow>({
  name: 'TermRule',
  tableName: 'term_rules',
  columns: {
    ruleId: { type: 'text', primary: true, name: 'rule_id' },
    version: { type: 'integer', primary: true },
    content: column.json(),
  },
})
