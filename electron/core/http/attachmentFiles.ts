import type { Attachments } from '../attachments/attachments.service'
import type { Database } from '../db/database'
import type { FileCall } from './files'

/** What files of letters are served with. */
export interface AttachmentFileParts {
  db: Database
  attachments: Attachments
}

/** `/files/attachments/<id>` and pictures of its pages. */
export async function attachmentFile(_call: FileCall, _parts: AttachmentFileParts): Promise<Response | null> {
  return null
}

/** `/files/staged/<token>`. */
export async function stagedFile(_call: FileCall, _parts: AttachmentFileParts): Promise<Response | null> {
  return null
}

/** `POST /files/staged`. */
export async function takeIn(_call: FileCall, _parts: AttachmentFileParts): Promise<Response | null> {
  return null
}
