import type { Scan } from '#shared/contract'
import { createReadStream, type Stats } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import type { Settings } from '../settings/settings.service'
import { isScanName } from './scanNames'
import type { Incoming } from './takeIn'

/** A file that did not change for so long (milliseconds) is written to its end. */
const STILL = 1_000

/** What lies in the scanner's folder. */
export interface ScanFolder {
  folder: 'none' | 'there' | 'unreadable'
  scans: Scan[]
}

/** A file of the scanner's folder on its way in: `scan` tells it from every other one. Its body breaks off where the file changes meanwhile. */
export interface ScanToTake extends Incoming {
  scan: string
}

/** The folder into which a scanner puts its files. They are read and never removed. */
export class Scanner {
  /** Files that were seen unchanged for long enough, by their path: size and time of then. */
  readonly #still = new Map<string, string>()

  constructor(private readonly settings: Settings) {}

  /** The folder as it is set; empty: none. */
  async folder(view: View): Promise<string> {
    return (await this.settings.state(view))?.rules.scanFolder ?? ''
  }

  /** Whole files that nobody took yet, newest first. A file that is still growing is not listed; a new one is watched for a second to know. */
  async list(view: View): Promise<ScanFolder> {
    const folder = await this.folder(view)
    if (folder === '') return { folder: 'none', scans: [] }
    const found = await stillFiles(folder, this.#still)
    if (found === null) return { folder: 'unreadable', scans: [] }
    const taken = new Set((await view.rows<{ scan: string }>(TAKEN)).map(({ scan }) => scan))
    const scans = found
      .filter(({ name, stats }) => !taken.has(scanOf(name, stats)))
      .sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs)
      .map(({ name, stats }) => ({ name, bytes: stats.size, changedAt: stats.mtime.toISOString() }))
    return { folder: 'there', scans }
  }

  /** A file of the folder, to be taken in. Errors: `not_found`. */
  async open(view: View, name: string): Promise<ScanToTake> {
    const folder = await this.folder(view)
    // A name of the folder has no path in it, whatever system the sender imagines.
    if (folder === '' || /[/\\:\0]/.test(name) || !isScanName(name)) throw new Refusal('not_found')
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => null)
    if (!stats?.isFile()) throw new Refusal('not_found')
    const scan = scanOf(name, stats)
    return { name, body: unchanged(path, name, scan), declared: stats.size, scan }
  }
}

// A scan attached by mistake and withdrawn may belong to another letter.
const TAKEN = `SELECT scan FROM attachments WHERE scan IS NOT NULL AND withdrawn_at IS NULL
  UNION SELECT scan FROM staged_files WHERE scan IS NOT NULL`

interface Found {
  name: string
  stats: Stats
}

/** By what a scanned file is known again: a scanner may use a name twice. */
function scanOf(name: string, { size, mtimeMs }: Stats): string {
  return `${name}|${size}|${Math.trunc(mtimeMs)}`
}

async function* unchanged(path: string, name: string, scan: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>
  const now = await lstat(path)
  if (scanOf(name, now) !== scan) throw new Error('the file was changed while it was read')
}

/** Files that are not growing; `null`: the folder cannot be read. */
async function stillFiles(folder: string, still: Map<string, string>): Promise<Found[] | null> {
  const first = await filesOf(folder)
  if (first === null) return null
  const key = ({ name }: Found): string => join(folder, name)
  const state = ({ name, stats }: Found): string => scanOf(name, stats)
  if (first.every((one) => still.get(key(one)) === state(one))) return first
  await pause(STILL)
  const second = await filesOf(folder)
  if (second === null) return null
  const before = new Map(first.map((one) => [one.name, state(one)]))
  const settled = second.filter((one) => before.get(one.name) === state(one))
  still.clear()
  for (const one of settled) still.set(key(one), state(one))
  return settled
}

async function filesOf(folder: string): Promise<Found[] | null> {
  try {
    const names = (await readdir(folder)).filter(isScanName)
    const found = await Promise.all(
      names.map(async (name) => ({ name, stats: await lstat(join(folder, name)).catch(() => null) })),
    )
    // A link could lead out of the folder.
    return found.filter((one): one is Found => one.stats !== null && one.stats.isFile() && one.stats.size > 0)
  } catch {
    return null
  }
}
