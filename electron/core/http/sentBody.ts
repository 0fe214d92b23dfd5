import { LARGEST_FILE } from '#shared/contract'

/** The body of a request, part by part. */
export class SentBody {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  #isRead: boolean

  constructor({ body }: Request) {
    this.#reader = (body as ReadableStream<Uint8Array> | null)?.getReader()
    this.#isRead = !this.#reader
  }

  /** The parts as they come. Whoever stops in the middle calls `discardRest`. */
  async *parts(): AsyncGenerator<Uint8Array> {
    while (!this.#isRead) {
      const value = await this.#next()
      if (value) yield value
    }
  }

  /** Reads on and forgets what comes, without anybody waiting for it: a sender whose line is cut while it sends never gets to know why it was refused. */
  discardRest(): void {
    const discard = async (): Promise<void> => {
      for (let bytes = 0; !this.#isRead && bytes <= LARGEST_FILE;) bytes += (await this.#next())?.byteLength ?? 0
      if (!this.#isRead) await this.#reader?.cancel()
    }
    discard().catch(() => {})
  }

  async #next(): Promise<Uint8Array | undefined> {
    try {
      const { done, value } = await this.#reader!.read()
      if (done) this.#isRead = true
      return value
    } catch (error) {
      this.#isRead = true
      throw error
    }
  }
}
