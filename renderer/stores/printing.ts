import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { SlipFormat, SlipLanguages } from '#shared/contract'
import { host, type Printer } from '../host'
import { packed, plainWay, unpacked, type KeptPrinting, type PrintWay, type SheetStamp, type WayName } from './printWays'

const REMEMBERED = 'kiris.printing'

/** A paper on its way to a printer. `title`: which one, as people call it. */
export interface PrintJob {
  name: WayName
  title: string
  way: PrintWay
}

/** A paper that did not get there; `settle` says what is to be done about it. `gone`: the printer named is no longer there. */
export interface PrintTrouble extends PrintJob {
  gone: boolean
  settle: (next: AfterTrouble) => void
}

/** What follows a print that failed: the same again, another printer (and from now on, if `keep`), or nothing. */
export type AfterTrouble = { again: true; printer: string; keep: boolean } | { again: false }

/** How papers are printed at this workstation, remembered on it and nowhere else. */
export const usePrinting = defineStore('printing', () => {
  const kept = shallowRef(unpacked(localStorage.getItem(REMEMBERED)))
  /** The printers found last; `null`: not looked for yet, or a host that does not know them. */
  const printers = shallowRef<readonly Printer[] | null>(null)
  const job = shallowRef<PrintJob | null>(null)
  const trouble = shallowRef<PrintTrouble | null>(null)
  /** Screens that show what is being printed and ask about trouble; without one a failed print is its caller's. */
  const desks = ref(0)

  function write(change: (before: KeptPrinting) => KeptPrinting): void {
    // Another window of this workstation may have written meanwhile.
    kept.value = change(unpacked(localStorage.getItem(REMEMBERED)))
    localStorage.setItem(REMEMBERED, packed(kept.value))
  }

  /** How a paper is printed here. */
  const wayOf = (name: WayName): PrintWay => kept.value.ways[name] ?? plainWay()

  /** Remembers how a paper is printed here. */
  function keepWay(name: WayName, way: PrintWay): void {
    write((before) => ({ ...before, ways: { ...before.ways, [name]: way } }))
  }

  /** Remembers the paper of a slip, and the language chosen for letters in a language. */
  function keepSlip(slipFormat: SlipFormat, letter: string, languages: SlipLanguages): void {
    write((before) => ({ ...before, slipFormat, slipLanguages: { ...before.slipLanguages, [letter]: languages } }))
  }

  /** Remembers where the stamp was put. */
  function keepStamp(stamp: SheetStamp): void {
    write((before) => ({ ...before, stamp }))
  }

  /** Looks for the printers of this computer. None are found where the host does not know them or the system does not answer. */
  async function findPrinters(): Promise<void> {
    printers.value = await host.printers().catch(() => [])
  }

  /** A printer as people call it; the system's name for one that is not there now. */
  const nameOf = (printer: string): string => printers.value?.find(({ name }) => name === printer)?.displayName ?? printer

  /** Asks what is to be done about a paper that was not printed. */
  async function ask(failed: PrintJob, gone: boolean): Promise<AfterTrouble> {
    const answer = await new Promise<AfterTrouble>((settle) => (trouble.value = { ...failed, gone, settle }))
    trouble.value = null
    if (answer.again && answer.keep) keepWay(failed.name, { ...wayOf(failed.name), printer: answer.printer })
    return answer
  }

  return { kept, printers, job, trouble, desks, wayOf, keepWay, keepSlip, keepStamp, findPrinters, nameOf, ask }
})
