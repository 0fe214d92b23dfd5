import { z } from 'zod'
import { count, id, oneOf, reason } from './fields'
import { reads, writes, writesQuietly } from './procedure'

/** Kinds of files that are kept; told by the content, never by the name. */
export const FILE_KINDS = ['pdf', 'jpeg', 'png', 'tiff', 'docx', 'audio'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** What a file is to its letter: the letter itself, an annex, the recorded protocol of an oral appeal (Code 350-VI art. 63), anything else. */
export const FILE_ROLES = ['letter', 'annex', 'protocol', 'other'] as const
export type FileRole = (typeof FILE_ROLES)[number]

/** Whether a file can be opened: `encrypted` and `damaged` ones are kept as they came, but neither shown nor stamped. */
export const FILE_CONDITIONS = ['whole', 'encrypted', 'damaged'] as const
export type FileCondition = (typeof FILE_CONDITIONS)[number]

/** What was done to a name on the way in: its ending did not fit the content, it was too long, it held signs no file name may. */
export const NAME_NOTICES = ['ending', 'shortened', 'cleaned'] as const
export type NameNotice = (typeof NAME_NOTICES)[number]

/** Largest file in bytes. */
export const LARGEST_FILE = 200 * 1024 * 1024

const file = z.object({
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  /** Media type the file is served with. */
  type: z.string(),
  bytes: z.number(),
  /** Of the content, hex; the name under which it is stored. */
  sha256: z.string(),
  /** Pages of a PDF or TIFF; 1 for other pictures; `null` where there are none or they cannot be counted. */
  pages: z.number().nullable(),
  condition: z.enum(FILE_CONDITIONS),
})

/** A file taken in for a letter that is still being written down. Its content stands at `/files/staged/<token>`. */
const stagedFile = file.extend({ token: z.uuid(), stagedAt: z.string(), notices: z.array(z.enum(NAME_NOTICES)) })
export type StagedFile = z.infer<typeof stagedFile>

/**
 * Where the registration stamp lies on a page as it is seen (after the page's own rotation): its centre in mm from the left and upper edge, and its turn clockwise in degrees.
 */
export const stampPlace = z.object({
  page: count(1, 9_999),
  x: z.number().min(0).max(2_000),
  y: z.number().min(0).max(2_000),
  turn: count(0, 359),
  /** Office name and labels in Russian under the Kazakh ones. */
  russian: z.boolean(),
})
export type StampPlace = z.infer<typeof stampPlace>

/** A file of an entry. Its content stands at `/files/attachments/<id>`; pictures of a TIFF's pages at `/files/attachments/<id>/<page>.png`. */
const attachment = file.extend({
  id,
  appealId: id,
  role: z.enum(FILE_ROLES),
  addedAt: z.string(),
  addedBy: z.string(),
  /** For a stamped copy: the file it was made of, and where the stamp lies. */
  stamped: z.object({ of: id, place: stampPlace }).nullable(),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})
export type Attachment = z.infer<typeof attachment>

/** Files to attach, as taken in before. */
export const filesToAttach = z.array(z.object({ token: z.uuid(), role: oneOf(FILE_ROLES) })).max(50)

/** A file taken in for an entry; `role`: what it is to the letter, as far as anybody has said. */
const stagedForEntry = stagedFile.extend({ role: z.enum(FILE_ROLES).nullable() })
export type StagedForEntry = z.infer<typeof stagedForEntry>

const scan = z.object({ name: z.string(), bytes: z.number(), changedAt: z.string() })
export type Scan = z.infer<typeof scan>

/** Files of letters. New ones are sent to `POST /files/staged?name=…` as they are, with `&entry=<id>` where they are meant for one (errors: `attachments.*`, `storage.full`, `not_found`), and attached by their token. */
export const attachments = {
  /** The caller's files that were taken in and not attached yet, among these. */
  staged: reads('attachments.write')
    .input(z.object({ tokens: z.array(z.uuid()).max(50) }))
    .output(z.array(stagedFile)),
  /** The caller's files that were taken in for an entry and not attached yet, in the order they came. Errors: `not_found`. */
  stagedFor: reads('attachments.write').input(z.object({ id })).output(z.array(stagedForEntry)),
  /** Says what a file that was taken in is to its letter; one that is gone meanwhile changes nothing. */
  setRole: writesQuietly('attachments.write')
    .input(z.object({ token: z.uuid(), role: oneOf(FILE_ROLES) }))
    .output(z.object({})),
  /** Gives up a file that was taken in. */
  discard: writesQuietly('attachments.write')
    .input(z.object({ token: z.uuid() }))
    .output(z.object({})),
  /** What lies in the scanner's folder and was not taken yet, newest first. `folder`: none is set, it is there, or it cannot be read. */
  scans: reads('attachments.write').output(z.object({ folder: z.enum(['none', 'there', 'unreadable']), scans: z.array(scan) })),
  /** Takes in a file of the scanner's folder; it stays there too. `entryId`: the entry it is meant for. Errors: `attachments.*`, `not_found`. */
  takeScan: writesQuietly('attachments.write')
    .input(z.object({ name: z.string().min(1).max(300), entryId: id.nullable().default(null) }))
    .output(stagedFile),
  /** Files of an entry in the order they came, withdrawn ones among them. Errors: `not_found`. */
  ofEntry: reads('register.read').input(z.object({ id })).output(z.array(attachment)),
  /** How large a page of a picture is on paper, in points, as it is seen: as its resolution says where that is likely, else fitted into A4. Errors: `not_found`, also where there is no such page. */
  pageSize: reads('register.read')
    .input(z.object({ attachmentId: id, page: count(1, 9_999) }))
    .output(z.object({ width: z.number(), height: z.number() })),
  /** Attaches files to an entry. Errors: `not_found`, `attachments.gone`, `register.void_already`. */
  attach: writes('attachments.write', 'attachment.added')
    .input(z.object({ id, files: filesToAttach.min(1) }))
    .output(z.array(attachment)),
  /** Withdraws a file attached by mistake: it stays stored and visible, struck through, with the reason. Errors: `not_found`, `attachments.withdrawn_already`. */
  withdraw: writes('attachments.write', 'attachment.withdrawn')
    .input(z.object({ attachmentId: id, reason }))
    .output(z.array(attachment)),
  /** Makes a stamped copy beside a PDF or picture (R7); without a place the stamp lies in the lower right corner. Errors: `not_found`, `attachments.not_stampable`, `register.void_already`. */
  stamp: writes('attachments.write', 'attachment.stamped')
    .input(z.object({ attachmentId: id, place: stampPlace.nullable(), russian: z.boolean() }))
    .output(z.array(attachment)),
}
