// `npm run --silent term`: the deadline calculator without a window. Standard output carries nothing but answers.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, root } from './build.mjs'

try {
  await buildIfStale()
  await import(pathToFileURL(join(root, 'out', 'main', 'term.js')).href)
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
