import type { TermRule } from '#shared/domain'
import type { View, Work } from '../db/work'
import { TermRuleEntity } from './TermRule.entity'

/** All versions of all term rules. */
export async function allTermRules(view: View): Promise<TermRule[]> {
  const rows = await view.many(TermRuleEntity, { order: { ruleId: 'ASC', version: 'ASC' } })
  return rows.map((row) => row.content)
}

/** Puts the shipped rules into a new office. */
export async function fillTermRules(work: Work, rules: readonly TermRule[]): Promise<void> {
  for (const rule of rules) await work.insert(TermRuleEntity, { ruleId: rule.id, version: rule.version, content: rule })
}
