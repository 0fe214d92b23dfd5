// Builds the program when `out/` is missing or older than its sources. Alone: `node electron/build.mjs`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const outputs = [
  'out/main/index.js',
  'out/main/server.js',
  'out/main/term.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const sources = ['electron', 'renderer', 'shared', 'package.json', 'tsconfig.json', 'electron.vite.config.ts']

// The longest a build may take on a slow machine; a lock older than that was left by a build that was killed. Milliseconds.
const LONGEST_BUILD = 180_000

/** Whether every output exists and none is older than the newest source. */
export function isBuilt() {
  if (!outputs.every((path) => existsSync(join(root, path)))) return false
  const oldest = Math.min(...outputs.map((path) => statSync(join(root, path)).mtimeMs))
  return Math.max(...sources.map((path) => newestIn(join(root, path)))) <= oldest
}

/** Builds unless built. Two callers at the same time build once. Rejects when the build fails, with what it printed. */
export async function buildIfStale() {
  if (isBuilt()) return
  const lock = join(root, 'out', '.building')
  mkdirSync(dirname(lock), { recursive: true })
  while (!takeLock(lock)) {
    await pause(300)
    if (!existsSync(lock) && isBuilt()) return
  }
  try {
    if (!isBuilt()) await build()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function takeLock(lock) {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > LONGEST_BUILD) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function build() {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`the build failed\n${said}`))))
  })
}

function newestIn(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return /\.mjs$/.test(path) ? 0 : found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  buildIfStale().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
