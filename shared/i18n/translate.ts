import { compile, createCoreContext, registerMessageCompiler, resolveValue, translate } from '@intlify/core-base'
import { messages } from './messages'
import { pluralForm, type Locale } from './locales'

/** Writes a text of `shared/i18n` by its key, e.g. `slip.title`. `count` chooses the plural form and fills `{count}`. */
export type Translator = (key: string, params?: Record<string, string | number> & { count?: number }) => string

registerMessageCompiler(compile)

/** A translator for what is written outside the screen: slips, letters, the command line. Throws `RangeError` for a key that has no text. */
export function translatorFor(locale: Locale): Translator {
  const context = createCoreContext({
    locale,
    messages: messages as never,
    // The default resolver knows only flat keys.
    messageResolver: resolveValue,
    pluralRules: { [locale]: (count: number, forms: number) => pluralForm(locale, count, forms) } as never,
    missingWarn: false,
    fallbackWarn: false,
  })
  // The library's own overloads are too deep for the compiler with messages of this size.
  const write = translate as unknown as (context: unknown, key: string, params: object, options: { plural?: number }) => unknown
  return (key, params = {}) => {
    const written = write(context, key, params, params.count === undefined ? {} : { plural: params.count })
    if (typeof written !== 'string' || written === key) throw new RangeError(`no text for ${key} in ${locale}`)
    return written
  }
}
