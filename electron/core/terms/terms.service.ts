import type { RuleVersion, ShortTermRule, TermRule } from '#shared/domain'
import type { View, Work } from '../db/work'
import { TermRuleEntity } from './TermRule.entity'

/** All rules of the office in all their versions. */
export interface KeptRules {
  terms: TermRule[]
  shortTerms: ShortTermRule[]
}

/** All versions of all term rules, in order of rule and version. */
export async function keptRules(view: View): Promise<KeptRules> {
  const rows = await view.many(TermRuleEntity, { order: { ruleId: 'ASC', version: 'ASC' } })
  const rules: KeptRules = { terms: [], shortTerms: [] }
  for (const { content } of rows) {
    if ('purpose' in content) rules.shortTerms.push(content)
    else rules.terms.push(content)
  }
  return rules
}

/** Puts the shipped rules into a new office. */
export async function fillRules(work: Work, { terms, shortTerms }: KeptRules): Promise<void> {
  for (const rule of [...terms, ...shortTerms]) await addVersion(work, rule)
}

/** Adds a version of a rule; none is ever changed or deleted. */
export async function addVersion(work: Work, rule: RuleVersion & (TermRule | ShortTermRule)): Promise<void> {
  await work.insert(TermRuleEntity, { ruleId: rule.id, version: rule.version, content: rule })
}
