// Finds out whether Electron can open a window here, and fetches its binary when it is missing.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './build.mjs'

const folder = join(root, 'node_modules', 'electron')
const failure = join(root, 'node_modules', '.cache', 'kiris', 'electron-not-had')

// Nobody waits longer than this for a window. After a failure the next hour's starts do not try again. Milliseconds.
const LONGEST_FETCH = 60_000
const REST = 3_600_000

/** `{ binary }`, or `{ why }` in one line when Electron cannot be used. Takes at most a minute and never throws. */
export function findElectron() {
  const why = whyNotHere()
  if (why) return { why }
  const binary = installed() ?? fetched()
  if (!binary) return { why: 'its binary could not be downloaded' }
  const { status } = spawnSync(binary, ['--version'], {
    timeout: 10_000,
    stdio: 'ignore',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  return status === 0 ? { binary } : { why: 'its binary does not run here (a system library is missing)' }
}

function whyNotHere() {
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
  // Chromium's sandbox does not work for root, and the program does not run without it.
  if (process.getuid?.() === 0) return 'it does not run as root with its sandbox'
  return undefined
}

/** Path of the binary when it is there already. */
export function installed() {
  const named = join(folder, 'path.txt')
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!override && !existsSync(named)) return undefined
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : process.platform === 'win32' ? 'electron.exe' : 'electron'
  const binary = join(override ?? join(folder, 'dist'), name)
  return existsSync(binary) ? binary : undefined
}

function fetched() {
  const lastFailure = statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - lastFailure < REST) return undefined
  console.log('Fetching Electron …')
  spawnSync(process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    timeout: LONGEST_FETCH,
    killSignal: 'SIGKILL',
    stdio: 'ignore',
  })
  const binary = installed()
  remember(binary !== undefined)
  return binary
}

function remember(had) {
  try {
    mkdirSync(dirname(failure), { recursive: true })
    if (had) rmSync(failure, { force: true })
    else writeFileSync(failure, '')
  } catch {
    // Only a note to save time; without it the next start tries again.
  }
}
