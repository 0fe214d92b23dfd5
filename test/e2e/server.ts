import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The program as `npm start` serves it, in a folder of its own, that can be killed and started again on the same port. */
export class RunningServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'kiris-e2e-'))
  address = ''
  #child: ChildProcess | undefined

  constructor(private readonly options: { demo?: boolean } = {}) {}

  /** Starts it and waits for its address. The second start keeps the port of the first. */
  async start(): Promise<void> {
    const port = this.address === '' ? '0' : new URL(this.address).port
    const demo = this.options.demo ? ['--demo'] : []
    const child = spawn(process.execPath, ['out/main/server.js', '--data', this.dataDir, '--no-open', '--port', port, ...demo], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /http:\/\/\S+/.exec(line)?.[0]
      if (!address) continue
      this.address = address.replace(/\/$/, '')
      return
    }
    throw new Error('the server did not start')
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    if (!this.#child) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
    this.#child = undefined
  }

  /** Lets it write no file beyond so many bytes, as on a full disk (Linux). */
  limitFiles(bytes: number | 'unlimited'): void {
    execFileSync('prlimit', ['--pid', String(this.#child!.pid), `--fsize=${bytes}:unlimited`])
  }

  /** Ends it and removes its folder. */
  async end(): Promise<void> {
    await this.kill()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}
