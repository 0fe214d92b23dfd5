import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** The built renderer. Only files that were there at the start are served, by exact path, so no request can leave the folder. */
export class StaticFiles {
  private constructor(private readonly files: ReadonlyMap<string, string>) {}

  /** Lists the folder. */
  static async of(dir: string): Promise<StaticFiles> {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(dir, file).split(sep).join('/')}`, file] as const)
    return new StaticFiles(new Map(files))
  }

  /** The file of a path; a path without an extension is a screen of the program and gets the start page. `null` when there is none. */
  async answer(path: string): Promise<Response | null> {
    const wanted = extname(path) === '' ? '/index.html' : path
    const file = this.files.get(wanted)
    if (!file) return null
    // Names of built assets carry a hash of their content; the start page never does.
    const cache = wanted.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = { 'content-type': TYPES[extname(file)]!, 'cache-control': cache }
    return new Response(await readFile(file), { headers })
  }
}
