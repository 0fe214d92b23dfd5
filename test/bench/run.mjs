// `npm run bench [-- NAME…]`: measures each row in a process of its own, prints a table, writes out/bench.json, exits 1 when a row misses its limit.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
process.chdir(root)
const wanted = process.argv.slice(2)

execFileSync('npx', ['--no-install', 'electron-vite', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
const outDir = join(root, 'node_modules/.cache/kiris-bench')
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: 'test/bench/index.ts',
    outDir,
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
  },
})

const bench = (argument) => {
  const { stdout, status } = spawnSync(process.execPath, [join(outDir, 'bench.mjs'), argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`row ${argument} failed`)
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

const names = bench('--list').filter((name) => wanted.length === 0 || wanted.some((part) => name.startsWith(part)))
if (names.length === 0) throw new Error(`no row begins with ${wanted.join(', ')}`)
const rows = []
for (const name of names) {
  const row = bench(name)
  rows.push(row)
  const figure = Number.isInteger(row.value) ? String(row.value) : row.value.toFixed(2)
  console.log(
    `${row.ok ? ' ' : '!'} ${row.name.padEnd(26)} ${figure.padStart(8)} ${row.unit.padEnd(36)} limit ${`${row.atLeast ? '≥' : '≤'} ${row.limit}`.padEnd(8)} peer: ${row.peer}`,
  )
}
mkdirSync('out', { recursive: true })
writeFileSync('out/bench.json', JSON.stringify(rows, null, 2) + '\n')
process.exit(rows.every((row) => row.ok) ? 0 : 1)
