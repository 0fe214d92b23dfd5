import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { LaidPage } from './PageFlow'

/** Laid-out pages beside the book until their number is known: on the disk, so that a book of any length takes the memory of one page. For a thread that answers nobody. */
export class PageNotes {
  readonly #file: number
  readonly #places: { at: number; length: number }[] = []
  #end = 0

  constructor(private readonly path: string) {
    this.#file = openSync(path, 'w+', 0o600)
  }

  get count(): number {
    return this.#places.length
  }

  add(page: LaidPage): void {
    const bytes = Buffer.from(JSON.stringify(page))
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done, bytes.length - done, this.#end + done)
    this.#places.push({ at: this.#end, length: bytes.length })
    this.#end += bytes.length
  }

  page(index: number): LaidPage {
    const { at, length } = this.#places[index]!
    const bytes = Buffer.allocUnsafe(length)
    for (let done = 0; done < length;) {
      const read = readSync(this.#file, bytes, done, length - done, at + done)
      if (read === 0) throw new Error('the notes of the pages were cut')
      done += read
    }
    return JSON.parse(bytes.toString('utf8')) as LaidPage
  }

  remove(): void {
    closeSync(this.#file)
    rmSync(this.path, { force: true })
  }
}
