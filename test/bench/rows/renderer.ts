import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BenchRow } from '../BenchRow'

const LIMIT = 200

/** Every script the sign-in screen needs before it can be used: what the start page names, and what those import, to the end. */
function scriptsOfFirstScreen(out: string): Set<string> {
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  const found = new Set<string>()
  const waiting = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1]!.replace(/^\.?\//, ''))
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file)) continue
    found.add(file)
    const text = readFileSync(join(out, file), 'utf8')
    for (const match of text.matchAll(/(?:^|[;}\s])(?:import|export)[^;"'()]*?["']\.\/([^"']+\.js)["']/g))
      waiting.push(`assets/${match[1]!}`)
  }
  return found
}

const firstScreen: BenchRow = {
  name: 'renderer/first-screen',
  run: async () => {
    const out = 'out/renderer'
    const value =
      [...scriptsOfFirstScreen(out)].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0) / 1000
    return { value, unit: 'kB gzip', peer: 'none: scripts of the first screen', limit: LIMIT, ok: value <= LIMIT }
  },
}

export const rows: BenchRow[] = [firstScreen]
