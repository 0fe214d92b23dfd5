// A local lint rule: who switches a rule off says why, after ` -- `, as ESLint's own syntax provides.
const DIRECTIVE = /(?:\/\/|\/\*|<!--)\s*eslint-disable(?:-next-line|-line)?\b([^\n]*)/g
const REASON = / -- \S.{7,}/

export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { silent: 'Say why the rule does not hold here: `eslint-disable… rule -- reason`.' },
  },
  create: (context) => ({
    Program() {
      for (const match of context.sourceCode.text.matchAll(DIRECTIVE)) {
        if (!REASON.test(match[1])) context.report({ loc: context.sourceCode.getLocFromIndex(match.index), messageId: 'silent' })
      }
    },
  }),
}
