import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import { defineConfig, globalIgnores } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import describedDisable from './test/architecture/describedDisable.js'

const code = ['**/*.ts', '**/*.vue']
const hosts = ['electron/main/**', 'electron/server/**', 'electron/preload/**']

const CLOCK = 'Take the time from the injected Clock (core/office.ts); on the screen from renderer/host.'

// What is dangerous is banned here and done in one place; each message names that place.
const ban = {
  clock: [
    ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', CLOCK],
    ['NewExpression[callee.name="Date"][arguments.length=0]', CLOCK],
    ['MemberExpression[object.name="Temporal"][property.name="Now"]', CLOCK],
  ],
  locale: [
    [
      'Identifier[name="Intl"]',
      'Chromium knows no Kazakh: use longDate, formatCount, localMoment … of #shared/i18n, sortKey of #shared/domain.',
    ],
    [
      'CallExpression[callee.property.name=/^(toLocale|localeCompare)/]',
      'Chromium knows no Kazakh: use #shared/i18n, or sortKey of #shared/domain.',
    ],
  ],
  env: [
    [
      'MemberExpression[object.name="process"][property.name="env"]',
      'Only a host reads its surroundings; the core gets OfficeOptions.',
    ],
  ],
  markup: [
    [
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
      'Text from letters is data: let Vue write it.',
    ],
  ],
  fetch: [['CallExpression[callee.name="fetch"]', 'The renderer calls the office through renderer/api only.']],
  openExternal: [
    [
      'MemberExpression[property.name=/^(openExternal|openPath)$/]',
      'Use safeOpen (electron/main/safeOpen.ts): it knows what may be opened.',
    ],
  ],
}
const banned = (...lists) => ({
  'no-restricted-syntax': ['error', ...lists.flat().map(([selector, message]) => ({ selector, message }))],
})

// design.md §2: which room may import what. test/architecture proves the same on the import graph; here the editor says it at once.
const wall = {
  electron: { regex: '^electron(/|$)', message: 'Only electron/main and electron/preload know Electron.' },
  node: { regex: '^node:', message: 'This room runs in the browser too.' },
  database: { regex: '^(typeorm|sqlite3|pg)(/|$)', message: 'The database is reached through core/db: db.write(…), db.read(…).' },
  core: { regex: '(^#core/|/electron/|/core/)', message: 'The renderer reaches the core through renderer/api only.' },
  screen: { regex: '(^|/)renderer/', message: 'The office knows no screen.' },
  hosts: { regex: '^[.#].*/(main|server|preload)/', message: 'The core knows no host: take what you need in OfficeOptions.' },
  contract: {
    regex: '^#shared/contract',
    allowTypeImports: true,
    message: 'The schemas are heavy: the renderer imports their types only.',
  },
  rooms: {
    regex: '^#core/|^vue|^pinia$|^hono|(^|/)(renderer|electron|test)/',
    message: 'shared imports nothing outside shared.',
  },
}
const walls = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] })

const always = Object.fromEntries(
  [
    ...[
      'eqeqeq',
      'no-async-promise-executor',
      'no-cond-assign',
      'no-constant-condition',
      'no-control-regex',
      'no-debugger',
      'no-empty',
    ],
    ...[
      'no-eval',
      'no-fallthrough',
      'no-misleading-character-class',
      'no-self-assign',
      'no-self-compare',
      'no-sparse-arrays',
      'no-unreachable',
    ],
    ...['no-unsafe-finally', 'no-unsafe-optional-chaining', 'no-useless-escape', 'no-var', 'prefer-const'],
  ].map((rule) => [rule, 'error']),
)

// Layout belongs to Prettier.
const layoutOff = Object.fromEntries(
  Object.entries(vue.rules)
    .filter(([, rule]) => rule.meta?.type === 'layout')
    .map(([name]) => [`vue/${name}`, 'off']),
)

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'coverage/', 'resources/fonts/*.js']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { local: { rules: { describedDisable } } } },
  { rules: { 'local/describedDisable': 'error', ...always } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }] },
  },
  { files: code, extends: [tseslint.configs.strict, tseslint.configs.stylistic] },
  {
    files: code,
    rules: {
      complexity: ['error', 15],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `() => {}` is the plainest way to write that nothing is to be done.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `!` marks what the surrounding code has just proven; the alternative is a branch no test can reach.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['*.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // Plain TypeScript cannot see into a `.vue` file and calls it an error; vue-tsc checks these files.
    files: ['renderer/*.ts', 'test/renderer/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  { files: ['renderer/**/*.vue'], extends: [vue.configs['flat/recommended']], rules: layoutOff },
  {
    files: ['renderer/**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser }, globals: globals.browser },
    plugins: { '@intlify/vue-i18n': vueI18n },
    settings: { 'vue-i18n': { messageSyntaxVersion: '^11.0.0' } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
      '@intlify/vue-i18n/no-v-html': 'error',
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          ignorePattern: '^[\\s\\d\\p{P}\\p{S}]+$',
          attributes: {
            '/.+/': ['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description', 'aria-roledescription'],
          },
        },
      ],
    },
  },

  {
    files: ['shared/**'],
    rules: { ...banned(ban.clock, ban.locale, ban.env), ...walls(wall.rooms, wall.electron, wall.node, wall.database) },
  },
  { files: ['shared/i18n/**'], rules: banned(ban.clock, ban.env) },
  {
    files: ['electron/core/**'],
    rules: { ...banned(ban.clock, ban.locale, ban.env), ...walls(wall.database, wall.electron, wall.hosts, wall.screen) },
  },
  { files: ['electron/core/db/**'], rules: walls(wall.electron, wall.hosts, wall.screen) },
  {
    files: ['electron/core/**/*.entity.ts', 'electron/core/entities.ts'],
    rules: walls({ ...wall.database, regex: '^(sqlite3|pg)(/|$)' }, wall.electron, wall.hosts, wall.screen),
  },
  { files: ['electron/core/office.ts'], rules: banned(ban.locale, ban.env) },
  { files: hosts, rules: { ...banned(ban.locale, ban.openExternal), ...walls(wall.database, wall.screen) } },
  { files: ['electron/server/**'], rules: { ...walls(wall.electron, wall.database, wall.screen), 'no-console': 'off' } },
  { files: ['electron/main/safeOpen.ts'], rules: banned(ban.locale) },
  {
    files: ['renderer/**'],
    rules: {
      ...banned(ban.clock, ban.locale, ban.env, ban.markup, ban.fetch),
      ...walls(wall.electron, wall.node, wall.database, wall.core, wall.contract),
    },
  },
  { files: ['renderer/api/**'], rules: banned(ban.clock, ban.locale, ban.env, ban.markup) },
  { files: ['renderer/host/**'], rules: banned(ban.locale, ban.env, ban.markup, ban.fetch) },
  // A setup store is one function by its nature, as a component is one file.
  {
    files: ['renderer/stores/**'],
    rules: { 'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['test/**', '*.config.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
)
