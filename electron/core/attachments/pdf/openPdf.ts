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
export async function openPdf(path: string): Promise<PdfDocument> {
  const file = await PdfFile.open(path)
  try {
    const starts = new Set([file.start, 0])
    for (const start of starts) {
      const document = await readable(file.countedFrom(start), sectionsOf)
      if (document) return document
    }
    const repaired = await readable(file, findObjects)
    if (!repaired) throw new PdfFault('damaged')
    return repaired
  } catch (error) {
    await file.close()
    throw error
  }
}

async function sectionsOf(file: PdfFile): Promise<Finding> {
  const { sectionAt } = await file.end()
  if (sectionAt === null) throw new PdfFault('no end')
  return { sections: await readSections(file, sectionAt), newestAt: sectionAt, all: null }
}

async function readable(file: PdfFile, find: (file: PdfFile) => Promise<Finding>): Promise<PdfDocument | null> {
  try {
    const document = new PdfDocument(file, await find(file))
    return document.encrypted || (await hasPages(document)) ? document : null
  } catch (error) {
    // What goes wrong while reading (a parser's own error, a stack too deep) is the file's fault, unless the disk says otherwise.
    // Nor is another attempt made at a file that keeps everybody busy.
    if (isOfTheDisk(error) || error instanceof Exhausted) throw error
    return null
  }
}

async function hasPages(document: PdfDocument): Promise<boolean> {
  const stated = await statedPages(document)
  if (stated === null || !(await findPage(document, 1))) return false
  return document.finding.all === null || stated === (await countPages(document))
}
