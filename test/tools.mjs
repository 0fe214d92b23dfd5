// What the tests need besides Node: a browser, and readers of PDF and QR. Found, else installed, else named.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const NEEDS = [
  { package: 'chromium', missing: () => findBrowser() === undefined },
  { package: 'poppler-utils', missing: () => ['pdftotext', 'pdftoppm'].some((name) => !onPath(name)) },
  { package: 'zbar-tools', missing: () => !onPath('zbarimg') },
]

/** Path of a browser of the Chromium family: `CHROME_PATH` when set, else where one usually is. */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? named : undefined
  return BROWSERS.find((path) => existsSync(path)) ?? ['chromium', 'google-chrome'].map(onPath).find(Boolean)
}

/** Makes sure that everything is there, by apt where that is allowed. Returns what to tell when it is not, else `undefined`. */
export function ensureTools() {
  if (process.env.CHROME_PATH && !existsSync(process.env.CHROME_PATH))
    return `CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`
  const wanted = missing()
  if (wanted.length === 0) return undefined
  if (process.getuid?.() === 0 && onPath('apt-get')) install(wanted)
  const still = missing()
  if (still.length === 0) return undefined
  const packages = still.join(' ')
  if (onPath('apt-get'))
    return `Missing: ${packages}. Install them and run again:\n  sudo apt-get update && sudo apt-get install -y ${packages}`
  return `Missing (by their names in Debian): ${packages}. Install them, or name a browser in CHROME_PATH, and run again.`
}

const missing = () => NEEDS.filter((need) => need.missing()).map((need) => need.package)

function install(packages) {
  console.log(`Installing ${packages.join(', ')} …`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update'], options)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .find(isExecutable)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
