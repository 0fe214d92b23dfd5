import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, NOWHERE, root, sourceFiles, specifiers } from './graph'
import { areasCrossed, rings, roomOf, ROOMS, trespasses } from './rooms'

const files = sourceFiles(['shared', 'electron', 'renderer'])
const imports = importsOf(files)

// Longer than this and a file does two things. Files that must be longer are named here, each with its reason.
const LONGEST_FILE = 250
const LONGER: Readonly<Record<string, string>> = {
  'test/e2e/day.test.ts': 'one day is one story: each step stands on the one before',
  'test/e2e/lifeKazakh.test.ts': 'one life of a letter is one story',
  'test/e2e/lifeRussian.test.ts': 'one life of a letter is one story',
  'test/contract/audit.test.ts': 'every write of the contract stands in one table',
  'test/renderer/checkScreen.test.ts': 'one screen, one set of fakes',
  'test/renderer/slipPanel.test.ts': 'one panel, one set of fakes',
  'test/renderer/register.test.ts': 'one form, one set of fakes',
}

describe('the house', () => {
  it('is read whole', () => {
    for (const { folder } of ROOMS.filter(({ folder }) => folder !== 'electron/server')) {
      expect(
        files.filter((file) => file.startsWith(`${folder}/`)),
        folder,
      ).not.toEqual([])
    }
    expect(files.filter((file) => !roomOf(file))).toEqual([])
    expect(imports.length).toBeGreaterThan(files.length)
    expect(imports.filter(({ to }) => to.endsWith(NOWHERE)).map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('has walls: each room imports only what design.md §2 allows', () => {
    expect(trespasses(imports)).toEqual([])
  })

  it('lets the areas of the core meet only through their services', () => {
    expect(areasCrossed(imports)).toEqual([])
  })

  it('has no rings of files that need each other', () => {
    expect(rings(imports).map((ring) => ring.join(' → '))).toEqual([])
  })

  it('keeps the schemas out of the renderer: the contract is imported there for its types only', () => {
    const heavy = imports.filter(
      ({ from, to, typeOnly }) => from.startsWith('renderer/') && to.startsWith('shared/contract/') && !typeOnly,
    )
    expect(heavy.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('keeps the driver in core/db, and TypeORM there and in the entities', () => {
    const users = imports.filter(({ from, to }) => /^(typeorm|sqlite3|pg)$/.test(to) && !from.startsWith('electron/core/db/'))
    expect(
      users.filter(({ from, to }) => to !== 'typeorm' || !/\.entity\.ts$|\/entities\.ts$/.test(from)).map(({ from }) => from),
    ).toEqual([])
  })

  it.each(['shared', 'electron/core', 'electron/server', 'electron/main', 'electron/preload', 'renderer', 'test'])(
    'checks the types of %s by a tsconfig of its own',
    (room) => {
      const config = JSON.parse(readFileSync(join(root, room, 'tsconfig.json'), 'utf8')) as {
        extends: string
        compilerOptions?: object
      }
      expect(config.extends).toMatch(/^(\.\.\/)+tsconfig\.json$/)
      expect(Object.keys(config.compilerOptions ?? {}).filter((option) => /strict|noImplicit|noUnchecked/.test(option))).toEqual(
        [],
      )
      expect(readFileSync(join(root, 'test/typecheck.mjs'), 'utf8')).toContain(`'${room}'`)
    },
  )

  it('knows the DOM only where there is one', () => {
    for (const room of ['shared', 'electron/core', 'electron/server', 'electron/main']) {
      expect(readFileSync(join(root, room, 'tsconfig.json'), 'utf8'), room).not.toContain('DOM')
    }
  })

  it(`has no file longer than ${LONGEST_FILE} lines`, () => {
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length
    const all = [...files, ...sourceFiles(['test'])]
    expect(
      all.filter((file) => lines(file) > LONGEST_FILE && !(file in LONGER)).map((file) => `${file}: ${lines(file)}`),
    ).toEqual([])
    expect(Object.keys(LONGER).filter((file) => lines(file) <= LONGEST_FILE)).toEqual([])
  })
})

describe('the reader of imports', () => {
  it('finds every way to import, and tells types from values', () => {
    const text = `import a, { type B } from './a'
      import type { C } from '#shared/domain'
      import { type D, type E } from './d'
      import './side'
      export * from './f'
      export type { G } from './g'
      type H = import('./h').H
      const lazy = () => import('./lazy')`
    const found = specifiers('x.ts', text).map(({ text, typeOnly }) => `${text} ${typeOnly ? 'type' : 'value'}`)
    const expected = [
      './a value',
      '#shared/domain type',
      './d type',
      './side value',
      './f value',
      './g type',
      './h type',
      './lazy value',
    ]
    expect(found).toEqual(expected)
    expect(specifiers('x.vue', `<script setup lang="ts">${text}</script><template>import './no'</template>`)).toHaveLength(
      expected.length,
    )
  })
})

describe('the walls themselves', () => {
  const value = (from: string, to: string) => ({ from, to, typeOnly: false })

  it.each([
    ['renderer/stores/a.ts', 'electron'],
    ['renderer/ui/a.vue', 'node:fs'],
    ['renderer/api/a.ts', 'electron/core/office.ts'],
    ['renderer/api/a.ts', 'renderer/stores/b.ts'],
    ['renderer/ui/a.vue', 'renderer/features/card/Card.vue'],
    ['shared/domain/a.ts', 'electron/core/db/work.ts'],
    ['shared/domain/a.ts', 'vue'],
    ['electron/core/register/a.ts', 'electron'],
    ['electron/core/register/a.ts', 'electron/main/index.ts'],
    ['electron/core/db/a.ts', 'electron/core/register/register.service.ts'],
    ['electron/server/index.ts', 'electron'],
    ['electron/server/index.ts', 'electron/main/menu.ts'],
    ['electron/preload/index.ts', 'electron/core/office.ts'],
    ['electron/core/slips/a.ts', 'some-new-package'],
  ])('refuse %s → %s', (from, to) => {
    expect(trespasses([value(from, to)])).toEqual([`${from} → ${to}`])
  })

  it('refuse an area that reaches past a service, and a ring', () => {
    const past = value('electron/core/slips/a.ts', 'electron/core/register/numbering.ts')
    expect(areasCrossed([past, value('electron/core/slips/a.ts', 'electron/core/register/register.service.ts')])).toHaveLength(1)
    expect(rings([value('a', 'b'), value('b', 'c'), value('c', 'a')])).toEqual([['a', 'b', 'c', 'a']])
    expect(rings([value('a', 'b'), { from: 'b', to: 'a', typeOnly: true }])).toEqual([])
  })
})
