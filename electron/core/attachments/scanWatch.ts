import { watch, type FSWatcher } from 'chokidar'
import { access, constants } from 'node:fs/promises'
import { basename } from 'node:path'
import { isScanName } from './scanNames'

/** How often the setting and the folder are looked at, and files for their growth; milliseconds. */
export interface WatchTimes {
  look: number
  poll: number
  still: number
}

const TIMES: WatchTimes = { look: 3_000, poll: 2_000, still: 1_500 }

/** Tells when something comes into or leaves the scanner's folder. Follows the setting, outlives a folder that vanishes, and never keeps the process alive. */
export class ScanWatch {
  #watcher: FSWatcher | undefined
  #folder = ''
  #timer: ReturnType<typeof setInterval> | undefined
  #looking = false
  #closed = false

  /** `folderOf`: the folder as it is set now. `tell`: called after something came. */
  constructor(
    private readonly folderOf: () => Promise<string>,
    private readonly tell: () => void,
    private readonly times = TIMES,
  ) {}

  /** Begins to watch. */
  begin(): void {
    this.#timer = setInterval(() => void this.#look(), this.times.look)
    this.#timer.unref()
    void this.#look()
  }

  /** Ends watching. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#stop()
  }

  /** Watches what is set now. Network folders come and go; so the folder is looked at again and again, and its files by asking, since no network share tells of changes by itself. */
  async #look(): Promise<void> {
    if (this.#looking || this.#closed) return
    this.#looking = true
    try {
      const set = await this.folderOf()
      const wanted = set !== '' && (await isReadable(set)) ? set : ''
      if (wanted === this.#folder) return
      await this.#stop()
      this.#folder = wanted
      // What windows show of the folder is another thing now; told when the watch stands, so that nothing comes unheard in between.
      if (wanted === '') this.tell()
      else if (!this.#closed) this.#start(wanted)
    } catch {
      // The register could not be read: the next look tells.
    } finally {
      this.#looking = false
    }
  }

  #start(folder: string): void {
    const { poll, still } = this.times
    this.#watcher = watch(folder, {
      ...{ depth: 0, persistent: false, ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true },
      ...{ usePolling: true, interval: poll, binaryInterval: poll },
      awaitWriteFinish: { stabilityThreshold: still, pollInterval: Math.min(still, 500) },
      ignored: (path) => path !== folder && !isScanName(basename(path)),
    })
    for (const event of ['ready', 'add', 'change', 'unlink'] as const) this.#watcher.on(event, () => this.tell())
    this.#watcher.on('error', () => void this.#stop())
  }

  async #stop(): Promise<void> {
    const watcher = this.#watcher
    this.#watcher = undefined
    this.#folder = ''
    await watcher?.close().catch(() => {})
  }
}

async function isReadable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.R_OK)
    return true
  } catch {
    return false
  }
}
