/** What something that changed is: `appeal`, `person`, `office` and so on, as in the history. */
type Subject = string

/** A window that wants to know. */
interface Listener {
  send(text: string): void
  end(): void
  /** Whether its person is still signed in. */
  isSignedIn(): boolean
}

/** So often a sign of life is sent, milliseconds: a line that died is noticed, and one whose session is over is ended. */
const BEAT = 20_000

/**
 * Tells open windows that something was changed, so that all see the same truth at once: one line of server-sent events for each. It says only what kind of thing changed, never which: what a person
 * may see of it is for the procedures to say when the window asks again.
 */
export class Changes {
  readonly #listeners = new Set<Listener>()
  #beat: ReturnType<typeof setInterval> | undefined

  /** Tells every window; after the commit. */
  announce(subjects: Iterable<Subject>): void {
    const text = `event: changed\ndata: ${[...new Set(subjects)].join(' ')}\n\n`
    for (const listener of this.#listeners) this.#tell(listener, text)
  }

  /** A line for one window. It ends when the window goes, when its session is over, or by `end`. */
  open(isSignedIn: () => boolean): Response {
    let mine: Listener | undefined
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const encoder = new TextEncoder()
        mine = {
          send: (text) => controller.enqueue(encoder.encode(text)),
          end: () => controller.close(),
          isSignedIn,
        }
        this.#listeners.add(mine)
        // A first word, so that the window knows that the line stands.
        mine.send('retry: 1000\n\n')
        this.#beat ??= setInterval(() => this.#keepAlive(), BEAT)
        this.#beat.unref?.()
      },
      cancel: () => this.#forget(mine),
    })
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
    return new Response(body, { headers })
  }

  /** Ends every line. */
  end(): void {
    for (const listener of [...this.#listeners]) this.#close(listener)
  }

  #keepAlive(): void {
    for (const listener of [...this.#listeners]) this.#tell(listener, ': \n\n')
  }

  #tell(listener: Listener, text: string): void {
    if (!listener.isSignedIn()) return this.#close(listener)
    try {
      listener.send(text)
    } catch {
      this.#forget(listener)
    }
  }

  #close(listener: Listener): void {
    this.#forget(listener)
    try {
      listener.end()
    } catch {
      // The window was faster.
    }
  }

  #forget(listener: Listener | undefined): void {
    if (listener) this.#listeners.delete(listener)
    if (this.#listeners.size > 0) return
    clearInterval(this.#beat)
    this.#beat = undefined
  }
}
