import type { FileKind } from '#shared/contract'
import { fileTypeFromFile } from 'file-type/node'
import { open, type FileHandle } from 'node:fs/promises'
import { isRunningCompound, isSoundOnly, read, zipEntries, zipText } from './containers'
import { endingOf } from './fileName'

/** What a file is by its content. */
export interface Recognised {
  kind: FileKind
  /** Media type it is served with. */
  type: string
  /** Endings that fit, the usual one first. */
  endings: readonly string[]
  /** Its own form is broken, so far as that was seen here. */
  isBroken?: true
}

/** Why a file is not kept. */
export type Unwanted = 'executable' | 'not_allowed'

const WORD: Recognised = {
  kind: 'docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  endings: ['docx'],
}
const PDF: Recognised = { kind: 'pdf', type: 'application/pdf', endings: ['pdf'] }
const PNG: Recognised = { kind: 'png', type: 'image/png', endings: ['png'] }
const audio = (type: string, ...endings: string[]): Recognised => ({ kind: 'audio', type, endings })
const OGG = ['ogg', 'oga', 'opus', 'spx']

/** What is kept, by the ending that file-type gives to a content. */
const KEPT: Readonly<Record<string, Recognised>> = {
  pdf: PDF,
  jpg: { kind: 'jpeg', type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: PNG,
  apng: PNG,
  tif: { kind: 'tiff', type: 'image/tiff', endings: ['tif', 'tiff'] },
  mp3: audio('audio/mpeg', 'mp3'),
  mp2: audio('audio/mpeg', 'mp2', 'mp3'),
  m4a: audio('audio/mp4', 'm4a', 'mp4'),
  aac: audio('audio/aac', 'aac'),
  wav: audio('audio/wav', 'wav'),
  amr: audio('audio/amr', 'amr'),
  ogg: audio('audio/ogg', ...OGG),
  oga: audio('audio/ogg', 'oga', ...OGG),
  opus: audio('audio/ogg', 'opus', ...OGG),
  spx: audio('audio/ogg', 'spx', ...OGG),
}
/** Boxes of moving pictures, kept when there is sound alone in them. */
const SOUND: Readonly<Record<string, Recognised>> = {
  mp4: audio('audio/mp4', 'm4a', 'mp4'),
  '3gp': audio('audio/3gpp', '3gp', '3ga'),
}

/** Contents that run, by file-type's ending. */
const RUNNING = new Set(
  'exe elf macho class jar apk crx xpi deb rpm dmg lnk alias swf wasm reg chm docm dotm xlsm xltm pptm potm ppsm'.split(' '),
)
/** Endings under which a system runs something: they decide how a refusal is told, never whether something is kept. */
const RUN_BY_NAME = new Set(
  (
    'exe com scr pif dll sys cpl ocx drv msi msp mst bat cmd ps1 psm1 psd1 vb vbs vbe js jse mjs cjs wsf wsh wsc hta sh bash zsh ksh csh command run ' +
    'app jar class apk deb rpm dmg pkg lnk url reg inf scf msc chm py pyc pl rb php docm dotm xlsm xltm xlam pptm potm ppsm ppam sldm'
  ).split(' '),
)
const SCRIPT =
  /^\s*(#!|@?echo\s+off|@?rem\s|<\?php|<script|<job|set-executionpolicy|param\s*\(|import-module|powershell|on error resume|option explicit|dim\s+\w+)/i
/** Signs before the head of a PDF that readers pass over. */
const BLANK_START = /^[\s\0\u00ef\u00bb\u00bf]*$/

/** What a file is. The name never decides what is kept, only by which words it is refused. */
export async function recognise(path: string, name: string): Promise<Recognised | Unwanted> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const head = await read(handle, 0, 64 * 1024)
    const found = (await byForm(handle, size, head)) ?? (await byMagic(handle, size, path)) ?? byStart(head) ?? textual(head)
    return found === 'not_allowed' && RUN_BY_NAME.has(endingOf(name)) ? 'executable' : found
  } finally {
    await handle.close()
  }
}

/** Forms that need a closer look than their first bytes. */
async function byForm(handle: FileHandle, size: number, head: Buffer): Promise<Recognised | Unwanted | null> {
  const begin = head.subarray(0, 1024).indexOf('%PDF-', 0, 'latin1')
  if (begin >= 0 && BLANK_START.test(head.toString('latin1', 0, begin))) return PDF
  if (head.length >= 512 && head.readUInt32BE(0) === 0xd0cf11e0) {
    return (await isRunningCompound(handle, head)) ? 'executable' : 'not_allowed'
  }
  return head.length >= 30 && head.readUInt32BE(0) === 0x504b0304 ? archive(handle, size) : null
}

/** A document of Word (ECMA-376 part 2: the content types name the main part), a package of programs, or any archive. `null`: the archive is broken. */
async function archive(handle: FileHandle, size: number): Promise<Recognised | Unwanted | null> {
  const entries = await zipEntries(handle, size)
  if (entries === null) return null
  const names = entries.map(({ name }) => name)
  if (names.some((name) => /(^|\/)vbaProject\.bin$|^META-INF\/MANIFEST\.MF$|^AndroidManifest\.xml$/i.test(name)))
    return 'executable'
  const listed = entries.find(({ name }) => name === '[Content_Types].xml')
  const types = listed ? ((await zipText(handle, listed)) ?? '') : ''
  if (types.includes('macroEnabled')) return 'executable'
  if (!types.includes('wordprocessingml.document.main+xml') || !names.some((name) => /^word\/document\d*\.xml$/i.test(name)))
    return 'not_allowed'
  return names.some((name) => name !== '' && RUN_BY_NAME.has(endingOf(name))) ? 'executable' : WORD
}

async function byMagic(handle: FileHandle, size: number, path: string): Promise<Recognised | Unwanted | null> {
  // What makes the detector itself fail is no file of a kind it knows.
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (!found) return null
  if (RUNNING.has(found.ext)) return 'executable'
  if (found.ext === 'docx') return { ...WORD, isBroken: true }
  if (Object.hasOwn(SOUND, found.ext)) return (await isSoundOnly(handle, size)) ? SOUND[found.ext]! : 'not_allowed'
  return Object.hasOwn(KEPT, found.ext) ? KEPT[found.ext]! : 'not_allowed'
}

/** Pictures that break off so early that the detector does not know them: told by their first bytes. */
const STARTS = [
  ['ffd8ff', KEPT['jpg']!],
  ['89504e470d0a1a0a', PNG],
  ['49492a00', KEPT['tif']!],
  ['4d4d002a', KEPT['tif']!],
] as const

function byStart(head: Buffer): Recognised | null {
  const begin = head.toString('hex', 0, 8)
  return STARTS.find(([start]) => begin.startsWith(start))?.[1] ?? null
}

function textual(head: Buffer): Unwanted {
  const wide = head[0] === 0xff && head[1] === 0xfe
  return SCRIPT.test(head.toString(wide ? 'utf16le' : 'utf8', 0, 1024).replace(/^\ufeff/, '')) ? 'executable' : 'not_allowed'
}
