import type { StoredFile } from '../attachments/Attachment.entity'
import type { Attachments } from '../attachments/attachments.service'
import { picturePage } from '../attachments/pictures'
import type { History } from '../audit/history.service'
import type { Call } from '../call'
import type { Database } from '../db/database'
import { Refusal } from '../errors'
import type { Changes } from './changes'
import { contentAnswer } from './contentAnswer'
import type { FileCall } from './files'
import { SentBody } from './sentBody'
import { runWrite } from './pipeline'

/** What files of letters are served with. */
export interface AttachmentFileParts {
  db: Database
  history: History
  changes: Changes
  attachments: Attachments
}

/** `/files/attachments/<id>` and `/files/attachments/<id>/<page>.png`. `null`: no such file. Errors: `not_found`, `attachments.changed`. */
export async function attachmentFile(call: FileCall, { db, attachments }: AttachmentFileParts): Promise<Response | null> {
  const [, id, page] = /^\/files\/attachments\/(\d{1,15})(?:\/(\d{1,4})\.png)?$/.exec(call.url.pathname) ?? []
  if (id === undefined) return null
  const { row } = await db.read((view) => attachments.seen(view, call.caller, Number(id)))
  return answer(call, attachments, row.file, page)
}

/** `/files/staged/<token>` and `/files/staged/<token>/<page>.png`: of the caller's own waiting files. Errors: as `attachmentFile`. */
export async function stagedFile(call: FileCall, { db, attachments }: AttachmentFileParts): Promise<Response | null> {
  const [, token, page] = /^\/files\/staged\/([0-9a-f-]{36})(?:\/(\d{1,4})\.png)?$/i.exec(call.url.pathname) ?? []
  if (token === undefined) return null
  const { file } = await db.read((view) => attachments.staged.one(view, call.caller, token))
  return answer(call, attachments, file, page)
}

/** `POST /files/staged?name=…[&entry=<id>]`: takes in the body as a file of the caller. Errors: `attachments.*`, `storage.full`, `not_found` (an entry that the caller does not see). */
export async function takeIn(call: FileCall, { attachments, ...parts }: AttachmentFileParts): Promise<Response | null> {
  const { url, request, caller, at, workstation } = call
  const length = request.headers.get('content-length')
  const declared = length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null
  const entry = url.searchParams.get('entry') ?? ''
  const appealId = /^\d{1,15}$/.test(entry) ? Number(entry) : null
  const sent = new SentBody(request)
  const incoming = { name: url.searchParams.get('name') ?? '', body: sent.parts(), declared }
  const taken = await attachments.takeIn(incoming).finally(() => sent.discardRest())
  try {
    const secure = url.protocol === 'https:'
    const inside: Call = { caller, at, workstation, session: null, secure, answer: new Headers() }
    const meta = { access: 'attachments.write', writes: true, audit: null } as const
    const staged = await runWrite(parts, inside, meta, (write) => attachments.stage(write, taken, { appealId }))
    return Response.json(staged, { status: 201, headers: { 'cache-control': 'no-store' } })
  } finally {
    attachments.store.release(taken.file.sha256)
  }
}

async function answer(
  { request }: FileCall,
  { store }: Attachments,
  file: StoredFile,
  page: string | undefined,
): Promise<Response | null> {
  const content = await store.whole(file.sha256)
  if (!content) throw new Refusal('attachments.changed', { name: file.name })
  if (page === undefined) return contentAnswer(request, file, content)
  const isPicture = ['jpeg', 'png', 'tiff'].includes(file.kind) && Number(page) > 0
  const picture = isPicture ? await picturePage(store.pathOf(file.sha256), Number(page)) : null
  if (!picture) return null
  const headers = { 'content-type': 'image/png', 'cache-control': 'private, no-store' }
  return new Response(picture as Uint8Array<ArrayBuffer>, { headers })
}
