import { useI18n } from 'vue-i18n'
import { isAboutService, type ExtensionRule, type IsoDate } from '#shared/domain'
import { useWords } from '../../i18n'
import type { AnyRule } from './ruleVersions'

/** One line of what a version says. */
export interface RuleFact {
  key: string
  label: string
  text: string
}

/** What rules say, in words. */
export function useRuleWords() {
  const { t } = useI18n()
  const words = useWords()
  const count = (key: string, value: number) => t(key, { count: value }, value)

  /** What the rule is about: the kind of letter, or the act. */
  function name(rule: AnyRule): string {
    return 'purpose' in rule ? t(`rules.purposes.${rule.purpose}`) : t(`words.kinds.${rule.kind}.name`)
  }

  /** To whom the letter is addressed, where that makes a difference; else empty. */
  function addressee(rule: AnyRule): string {
    return 'addressee' in rule && isAboutService(rule.kind) ? t(`words.addressees.${rule.addressee}`) : ''
  }

  /** «5 жұмыс күні». */
  function length(rule: Pick<AnyRule, 'length' | 'unit'>): string {
    return count(`words.${rule.unit}`, rule.length)
  }

  /** How much a term may be extended: «10 жұмыс күні»; `null` and absent: not at all. */
  function extensionAmount(extension: ExtensionRule | null | undefined): string {
    if (!extension) return t('rules.ext.none')
    return extension.length === null ? t('rules.ext.free') : added(extension, extension.length)
  }

  const added = ({ unit }: ExtensionRule, value: number) => count(unit === 'months' ? 'rules.months' : `words.${unit}`, value)

  /** The whole of an extension: how much and from when, who decides, whom to tell by when. */
  function extension(rule: ExtensionRule | null | undefined): string {
    if (!rule) return t('rules.ext.none')
    const most =
      rule.length === null ? t('rules.ext.free') : t(`rules.ext.mostFrom.${rule.from}`, { length: added(rule, rule.length) })
    const who = rule.by.map((each) => t(`rules.ext.by.${each}`)).join(', ')
    const notice =
      rule.noticeDays === null
        ? t('rules.ext.noNotice')
        : t('rules.ext.notice', { length: count('words.workingDays', rule.noticeDays) })
    return [most, t('rules.ext.who', { who }), notice].join('; ')
  }

  /** «01.07.2021 – …»: the days a version is for. */
  function range(from: IsoDate | null, to: IsoDate | null): string {
    return `${from ? words.formatDate(from) : '…'} – ${to ? words.formatDate(to) : '…'}`
  }

  /** Everything a version says, line by line; what it does not say has no line. */
  function facts(rule: AnyRule): RuleFact[] {
    const lines: [key: string, text: string][] =
      'purpose' in rule
        ? [
            ['length', length(rule)],
            ['counts', t(`rules.countsFrom.${rule.countsFrom}`)],
            ['kinds', rule.kinds?.map((kind) => t(`words.kinds.${kind}.name`)).join(', ') ?? t('rules.allKinds')],
            ['basis', words.named(rule.basis)],
          ]
        : [
            ['length', length(rule)],
            ['start', rule.countingStart === 'registrationDay' ? t('rules.start.registrationDay') : ''],
            ['checkpoint', checkpoint(rule)],
            ['basis', words.named(rule.basis)],
            ['extension', extension(rule.extension)],
            ['grounds', rule.extension ? words.named(rule.extension.grounds) : ''],
            ['extensionBasis', rule.extension ? words.named(rule.extension.basis) : ''],
          ]
    return lines.filter(([, text]) => text !== '').map(([key, text]) => ({ key, text, label: t(`rules.lines.${key}`) }))
  }

  function checkpoint({ checkpointDays, checkpoint: what }: Extract<AnyRule, { kind: unknown }>): string {
    if (checkpointDays === 0 || !what) return ''
    return t('rules.checkpointText', { length: count('words.workingDays', checkpointDays), what: words.named(what) })
  }

  return { name, addressee, length, extensionAmount, extension, range, facts }
}
