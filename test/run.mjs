// `npm test`: tools, types, lint, build, all tests. With arguments (`npm test -- --project domain`) only the build and those tests; arguments go to Vitest.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureTools, findBrowser } from './tools.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const report = join(root, 'out', 'test.json')
const args = process.argv.slice(2)

const lack = ensureTools()
if (lack) {
  console.error(lack)
  process.exit(1)
}

const steps = []
if (args.length === 0) {
  await step('types', 'node', ['test/typecheck.mjs'])
  await step('lint', tool('eslint', 'bin/eslint.js'), ['.'])
  await step('layout', tool('prettier', 'bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.'])
}
const built = await step('build', tool('electron-vite', 'bin/electron-vite.js'), ['build', '--logLevel', 'warn'])
if (built) await test()
summary()

async function test() {
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  await step('tests', tool('vitest', 'vitest.mjs'), ['run', ...reporters, ...args])
}

function tool(name, path) {
  return join(root, 'node_modules', name, path)
}

/** Runs one step in the foreground. Its failure is counted, and the next step runs all the same, so that one run tells everything. */
async function step(name, script, parameters) {
  const began = performance.now()
  const command = script === 'node' ? parameters : [script, ...parameters]
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
    // Pictures are renewed only when asked for: `npm run screens`.
    env: { ...process.env, CHROME_PATH: findBrowser(), ...(args[0] === 'screens' && { SCREENS: '1' }) },
  })
  const ok = await new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
  steps.push({ name, ok, seconds: Math.round((performance.now() - began) / 1000) })
  return ok
}

/** The last line is for people and machines alike: `N passed, N failed, N skipped`. A step that failed without a failed test counts as one failure. */
function summary() {
  const counts = counted()
  const failedSteps = steps.filter(({ name, ok }) => !ok && !(name === 'tests' && counts.failed > 0))
  console.log(`\n${steps.map(({ name, ok, seconds }) => `${name} ${ok ? 'ok' : 'FAILED'} (${seconds} s)`).join(' · ')}`)
  const failed = counts.failed + failedSteps.length
  console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
  process.exitCode = failed > 0 ? 1 : 0
}

function counted() {
  if (!existsSync(report) || !steps.some(({ name }) => name === 'tests')) return { passed: 0, failed: 0, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that could not even be loaded has no failed test in it.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests + numTodoTests }
}
