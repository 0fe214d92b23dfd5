import type { ReadYear } from '#shared/contract'
import { api } from '../../api/client'

/** The largest file that is read, in bytes. */
const LARGEST = 512 * 1024

/** The file is larger than any year of days can be. */
export class TooLarge extends Error {}

/** Has the register read a year from a file (CSV, iCalendar); nothing is stored. Errors: `TooLarge`, any `AppFault`. */
export async function readYearFile(year: number, file: File): Promise<ReadYear> {
  if (file.size > LARGEST) throw new TooLarge(file.name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return api.deadlines.readYearFile({ year, name: file.name.slice(-300), content: base64(bytes) })
}

// In pieces: as many arguments as a file has bytes would overflow the stack.
function base64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 0x2000) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)))
  return btoa(pieces.join(''))
}
