import { Exhausted } from './Effort'
import { findObjects, isOfTheDisk } from './findObjects'
import { countPages, findPage, statedPages } from './pageTree'
import { PdfDocument, type Finding } from './PdfDocument'
import { PdfFault } from './PdfFault'
import { PdfFile } from './PdfFile'
import { readSections } from './sections'

/**
 * Opens a PDF and proves that its first page is there; of one that is encrypted, nothing. One whose cross-reference sections are broken is looked through as a whole, and all its pages must be there then.
 * The caller closes it. Errors: `PdfFault` when it cannot be read; the file system's own.
 */
export function openPdf(path: string): PdfDocument {
  const file = PdfFile.open(path)
  try {
    const starts = new Set([file.start, 0])
    for (const start of starts) {
      const document = readable(file.countedFrom(start), sectionsOf)
      if (document) return document
    }
    const repaired = readable(file, findObjects)
    if (!repaired) throw new PdfFault('damaged')
    return repaired
  } catch (error) {
    file.close()
    throw error
  }
}

function sectionsOf(file: PdfFile): Finding {
  const { sectionAt } = file.end()
  if (sectionAt === null) throw new PdfFault('no end')
  return { sections: readSections(file, sectionAt), newestAt: sectionAt, all: null }
}

function readable(file: PdfFile, find: (file: PdfFile) => Finding): PdfDocument | null {
  try {
    const document = new PdfDocument(file, find(file))
    return document.encrypted || hasPages(document) ? document : null
  } catch (error) {
    // What goes wrong while reading (a parser's own error, a stack too deep) is the file's fault, unless the disk says otherwise.
    // Nor is another attempt made at a file that keeps everybody busy.
    if (isOfTheDisk(error) || error instanceof Exhausted) throw error
    return null
  }
}

function hasPages(document: PdfDocument): boolean {
  const stated = statedPages(document)
  if (stated === null || !findPage(document, 1)) return false
  return document.finding.all === null || stated === countPages(document)
}
