import type { Import } from './graph'

/** A room and what it may import: other rooms by their folder, packages by name; `node:` for the modules of Node. Type-only imports obey the same walls. */
export interface Room {
  folder: string
  rooms: readonly string[]
  packages: readonly string[]
}

/** design.md §2 as data. A file belongs to the first folder that holds it, so the narrower stands above the wider. */
export const ROOMS: readonly Room[] = [
  { folder: 'shared/contract', rooms: ['shared'], packages: ['zod', '@orpc/contract'] },
  { folder: 'shared/i18n', rooms: ['shared/i18n', 'shared/domain'], packages: ['@intlify/core-base'] },
  { folder: 'shared', rooms: ['shared/domain'], packages: ['temporal-polyfill'] },

  {
    folder: 'electron/core/db',
    rooms: ['electron/core/db', 'shared'],
    packages: ['node:', 'typeorm', 'reflect-metadata', 'sqlite3', 'pg', 'pino'],
  },
  {
    folder: 'electron/core/http',
    rooms: ['electron/core', 'shared'],
    packages: ['node:', 'hono', '@hono/node-server', '@orpc/server', '@orpc/contract', 'zod', 'pino'],
  },
  {
    folder: 'electron/core',
    rooms: ['electron/core', 'shared'],
    packages: [
      'node:',
      'typeorm',
      'pdfmake',
      '@node-rs/argon2',
      '@orpc/server',
      '@orpc/contract',
      'zod',
      'pino',
      'temporal-polyfill',
      'csv-parse',
      'csv-stringify',
      'ical.js',
      'mustache',
      'markdown-it',
      'docx',
      'pdfkit',
      'sharp',
      'file-type',
      'exceljs',
      'chokidar',
      'qr',
      '@noble/curves',
      '@cantoo/pdf-lib',
      'tinypool',
      'jsbarcode',
    ],
  },
  {
    folder: 'electron/server',
    rooms: ['electron/server', 'electron/core', 'shared', 'package.json'],
    packages: ['node:', '@hono/node-server', 'hono', 'open', 'pino'],
  },
  {
    folder: 'electron/main',
    rooms: ['electron/main', 'electron/preload/bridge.ts', 'electron/core', 'shared'],
    packages: ['node:', 'electron', 'pino'],
  },
  { folder: 'electron/preload', rooms: ['electron/preload'], packages: ['electron'] },
  // The launcher: plain files that `npm start` runs before anything is built.
  { folder: 'electron', rooms: ['electron/build.mjs', 'electron/electronBinary.mjs'], packages: ['node:'] },

  { folder: 'renderer/api', rooms: ['renderer/api', 'shared'], packages: ['@orpc/client', '@orpc/contract', 'vue-i18n'] },
  { folder: 'renderer/host', rooms: ['renderer/host', 'shared'], packages: [] },
  {
    folder: 'renderer/stores',
    rooms: ['renderer/stores', 'renderer/api', 'renderer/host', 'shared'],
    packages: ['vue', 'pinia', 'vue-i18n'],
  },
  {
    folder: 'renderer/ui',
    rooms: ['renderer/ui', 'renderer/i18n.ts', 'renderer/keys.ts', 'shared'],
    packages: ['vue', 'vue-i18n', 'reka-ui', '@tanstack/vue-virtual'],
  },
  {
    folder: 'renderer',
    rooms: ['renderer', 'shared'],
    packages: ['vue', 'vue-router', 'pinia', 'vue-i18n', 'reka-ui', '@tanstack/vue-virtual', 'pdfjs-dist'],
  },
]

/** The room a file stands in. */
export function roomOf(file: string): Room | undefined {
  return ROOMS.find(({ folder }) => isWithin(file, folder))
}

/** Imports that go through a wall, as `file → target`. */
export function trespasses(imports: readonly Import[]): string[] {
  return imports.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} → ${to}`)
}

function isAllowed({ from, to }: Import): boolean {
  const room = roomOf(from)
  if (!room) return false
  if (room.rooms.includes(to)) return true
  if (to.startsWith('node:')) return room.packages.includes('node:')
  if (!to.includes('/') || to.startsWith('@')) return room.packages.includes(to)
  return isWithin(to, room.folder) || room.rooms.some((folder) => isWithin(to, folder))
}

// Places every area may use: the unit of work, paper, the shape of a call, typed errors.
const CORE_COMMON = ['db', 'paper', 'call.ts', 'errors.ts']
// Areas that put the others together: the one handler, and the demonstration, which fills them all.
const COMPOSING = ['http', 'demo']
// What an area shows to the others.
const SHOWN = /(\.service|\/index)\.ts$/

/** Areas of the core that reach past the service of another. `office.ts`, `entities.ts` and the composing areas put the areas together and may see them. */
export function areasCrossed(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to, typeOnly }) => {
      const [mine, theirs] = [areaOf(from), areaOf(to)]
      if (!mine || !theirs || mine === theirs || CORE_COMMON.includes(theirs)) return false
      if (!from.slice('electron/core/'.length).includes('/') || COMPOSING.includes(mine)) return false
      if (theirs === 'office.ts') return !typeOnly
      // Handlers are made of the pipeline and its helpers.
      if (theirs === 'http') return !from.endsWith('.handlers.ts')
      return !SHOWN.test(to)
    })
    .map(({ from, to }) => `${from} → ${to}`)
}

function areaOf(file: string): string | undefined {
  return file.startsWith('electron/core/') ? file.split('/')[2] : undefined
}

/** Rings of files that need each other at run time, each as its members in order. */
export function rings(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to])
  const found: string[][] = []
  const done = new Set<string>()
  const walk = (file: string, path: string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.push([...path.slice(at), file])
    if (at >= 0 || done.has(file)) return
    for (const target of next.get(file) ?? []) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}

function isWithin(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`)
}
