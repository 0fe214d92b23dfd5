// `npm start`: builds what is not built and opens the program: in Electron where it can be had, otherwise as a server with the browser.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildIfStale, isBuilt, root } from './build.mjs'
import { findElectron } from './electronBinary.mjs'

// The window understands these; every other argument, `--help` and mistakes too, is the Node host's to answer.
const options = { demo: { type: 'boolean' }, data: { type: 'string' } }

await start(process.argv.slice(2)).catch((error) => refuse(error.message))

async function start(args) {
  if (!isBuilt()) {
    console.log('Building …')
    await buildIfStale()
  }
  const { binary, why } = isForWindow(args) ? findElectron() : {}
  if (binary) return openWindow(binary, args)
  if (why) console.log(`Electron is not used: ${why}. Kiris is served for the browser instead.`)
  await serve(args)
}

function isForWindow(args) {
  try {
    const { values } = parseArgs({ args, options, strict: true })
    return values.data !== ''
  } catch {
    return false
  }
}

/** The Node host runs in this very process: a signal that is sent to the whole group reaches it once, and it closes the office in peace. */
async function serve(args) {
  const server = join(root, 'out', 'main', 'server.js')
  process.argv = [process.execPath, server, ...args]
  await import(pathToFileURL(server).href)
}

/** Runs Electron in a group of its own and hands on the first signal only: Chromium takes a second one as an order to stop at once. */
function openWindow(binary, args) {
  // Editors built on Electron set this for their terminals; it would make Electron a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(binary, [root, ...args], { stdio: 'inherit', env, detached: process.platform !== 'win32' })
  let told = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!told) child.kill(signal)
      told = true
    })
  }
  child.on('error', (error) => refuse(error.message))
  child.on('exit', (code) => process.exit(code ?? 1))
}

function refuse(message) {
  console.error(message)
  process.exit(2)
}
