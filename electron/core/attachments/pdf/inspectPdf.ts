import type { FileCondition } from '#shared/contract'
import { isOfTheDisk } from './findObjects'
import { openPdf } from './openPdf'
import { statedPages } from './pageTree'

/**
 * Looks into a PDF file without reading all of it: whether it is whole, encrypted (also where only rights are restricted: what a stamp adds could not be added to it) or damaged,
 * and how many pages it states. `pages` is `null` unless it is whole. Errors: the file system's own.
 */
export function inspectPdf(file: string): { condition: FileCondition; pages: number | null } {
  try {
    const document = openPdf(file)
    try {
      if (document.encrypted) return { condition: 'encrypted', pages: null }
      return { condition: 'whole', pages: statedPages(document) }
    } finally {
      document.close()
    }
  } catch (error) {
    if (isOfTheDisk(error)) throw error
    return { condition: 'damaged', pages: null }
  }
}
