import type { Permission } from '#shared/domain'
import type { SignedIn } from '../call'
import { attachmentFile, stagedFile, takeIn, type AttachmentFileParts } from './attachmentFiles'
import { bookFile, type BookFileParts } from './bookFiles'
import { closingFile, type ClosingFileParts } from './closingFiles'
import { letterFile, type LetterFileParts } from './letterFiles'
import { paperFile, takeLogo, type PaperFileParts } from './paperFiles'
import { proofFile, type ProofFileParts } from './proofFiles'
import { slipFile, type SlipFileParts } from './slipFiles'
import { yearFile, type YearFileParts } from './yearFiles'

/** What the areas of files work with. */
export interface FileParts
  extends
    YearFileParts,
    LetterFileParts,
    SlipFileParts,
    AttachmentFileParts,
    PaperFileParts,
    ProofFileParts,
    BookFileParts,
    ClosingFileParts {}

/** One request for a file: who asks, when (UTC), from where. */
export interface FileCall {
  url: URL
  request: Request
  caller: SignedIn
  at: string
  workstation: string
}

/** Files under one address. `answer` gives `null` where there is no such file. Errors: those of the area. */
export interface FileArea {
  /** What a person must be allowed. */
  access: Permission
  answer(call: FileCall, parts: FileParts): Promise<Response | null>
}

/** `/files/<area>/…`. A template is no letter of anybody, so that whoever keeps the office may look at it. */
const READ: Readonly<Record<string, FileArea>> = {
  calendar: { access: 'office.read', answer: ({ url, at }, parts) => yearFile(url, parts, at) },
  letters: { access: 'office.read', answer: ({ url, caller, at }, parts) => letterFile(url, parts, caller, at) },
  slips: { access: 'office.read', answer: slipFile },
  attachments: { access: 'register.read', answer: attachmentFile },
  staged: { access: 'attachments.write', answer: stagedFile },
  papers: { access: 'office.read', answer: paperFile },
  proof: { access: 'office.read', answer: proofFile },
  books: { access: 'books.make', answer: bookFile },
  closings: { access: 'days.close', answer: closingFile },
}

/** What is sent to `POST /files/…`. */
const UPLOADS: Readonly<Record<string, FileArea>> = {
  '/files/staged': { access: 'attachments.write', answer: takeIn },
  '/files/papers/logo': { access: 'papers.manage', answer: takeLogo },
}

/** The area of an address under `/files/`; `null`: there is none. */
export function fileArea(path: string): FileArea | null {
  return own(READ, path.split('/')[2] ?? '')
}

/** Where something sent to an address goes; `null`: nowhere. */
export function uploadArea(path: string): FileArea | null {
  return own(UPLOADS, path)
}

function own(areas: Readonly<Record<string, FileArea>>, name: string): FileArea | null {
  return Object.hasOwn(areas, name) ? areas[name]! : null
}
