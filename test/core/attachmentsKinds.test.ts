import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mp4, pdf, picture, send, stage, stored, wav, word, zip } from '../support/attachments'
import { officeWithClerk, type ClerksOffice } from '../support/office'

let test: ClerksOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

const take = (name: string, content: Uint8Array | string) => stage(test, test.clerk, name, content)

async function refused(name: string, content: Uint8Array | string) {
  const before = stored(test)
  const answer = await send(test, test.clerk, name, content)
  const { code, params } = (await answer.json()) as { code: string; params: Record<string, string | number> }
  // A refusal leaves nothing, and what was taken before is untouched.
  expect(stored(test)).toEqual(before)
  return { status: answer.status, code, ...params }
}

const realWord = () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Шағым')] }] }))
const mp3 = () => {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return Buffer.concat(Array.from({ length: 8 }, () => frame))
}
const ogg = (codec: string) =>
  Buffer.concat([Buffer.from('OggS\0\u0002', 'latin1'), Buffer.alloc(22), Buffer.from(codec, 'latin1'), Buffer.alloc(40)])

describe('a file is told by its content', () => {
  it.each([
    ['өтініш.pdf', async () => pdf(), 'pdf', 'application/pdf', 1],
    ['сурет.JPG', () => picture().jpeg().toBuffer(), 'jpeg', 'image/jpeg', 1],
    ['сурет.png', () => picture().png().toBuffer(), 'png', 'image/png', 1],
    ['скан.tif', () => picture().tiff().toBuffer(), 'tiff', 'image/tiff', 1],
    ['хат.docx', realWord, 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', null],
    ['сөз.wav', async () => wav(), 'audio', 'audio/wav', null],
    ['сөз.mp3', async () => mp3(), 'audio', 'audio/mpeg', null],
    ['сөз.ogg', async () => ogg('\u0001vorbis'), 'audio', 'audio/ogg', null],
    ['сөз.opus', async () => ogg('OpusHead'), 'audio', 'audio/ogg', null],
    [
      'сөз.amr',
      async () => Buffer.from('#!AMR\n\u0004\u0004\u0004\u0004\u0004\u0004\u0004\u0004\u0004\u0004', 'latin1'),
      'audio',
      'audio/amr',
      null,
    ],
    ['сөз.m4a', async () => mp4('M4A ', 'soun'), 'audio', 'audio/mp4', null],
    ['телефон.mp4', async () => mp4('isom', 'soun'), 'audio', 'audio/mp4', null],
  ] as const)('%s', async (name, content, kind, type, pages) => {
    const bytes = await content()
    const file = await take(name, bytes)
    expect(file).toMatchObject({ name, kind, type, pages, bytes: bytes.length, condition: 'whole', notices: [] })
  })

  it('of several pages says how many', async () => {
    const pages = await Promise.all(['#f00', '#0f0', '#00f'].map((colour) => picture(40, 60, colour).png().toBuffer()))
    const { default: sharp } = await import('sharp')
    const tiff = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer()
    expect(await take('үш бет.tiff', tiff)).toMatchObject({ kind: 'tiff', pages: 3, condition: 'whole' })
  })

  it('with a wrong or missing ending is kept under a corrected one, and says so', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    expect(await take('хат.pdf', jpeg)).toMatchObject({ name: 'хат.jpg', kind: 'jpeg', notices: ['ending'] })
    expect(await take('хат.pdf.exe', pdf())).toMatchObject({ name: 'хат.pdf', notices: ['ending'] })
    expect(await take('Хат № 12.05', pdf())).toMatchObject({ name: 'Хат № 12.05.pdf', notices: ['ending'] })
    expect(await take('', pdf())).toMatchObject({ name: 'file.pdf' })
  })

  it('that begins with blank signs is a PDF all the same', async () => {
    expect(await take('шығыс.pdf', Buffer.concat([Buffer.from('\r\n\n'), pdf()]))).toMatchObject({ kind: 'pdf' })
  })
})

describe('what cannot be opened is kept, since an applicant’s file may not be lost', () => {
  it('a PDF with a password', async () => {
    const locked = pdf()
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(x)/U(y)>>/ID[(a)(a)]')
    expect(await take('құпия.pdf', Buffer.from(locked, 'latin1'))).toMatchObject({
      kind: 'pdf',
      condition: 'encrypted',
      pages: null,
    })
  })
  it('a PDF that breaks off', async () => {
    expect(await take('үзік.pdf', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Cat'))).toMatchObject({
      condition: 'damaged',
      pages: null,
    })
  })
  it.each(['jpeg', 'png', 'tiff'] as const)('a %s that breaks off', async (format) => {
    const noise = Buffer.alloc(200 * 200 * 3, 'өтініш қағазы')
    const { default: sharp } = await import('sharp')
    const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
      .toFormat(format)
      .toBuffer()
    expect(await take(`үзік.${format}`, whole.subarray(0, whole.length / 2))).toMatchObject({
      kind: format,
      condition: 'damaged',
      pages: null,
    })
  })
  it('a document for Word that breaks off', async () => {
    const whole = await realWord()
    expect(await take('үзік.docx', whole.subarray(0, whole.length - 200))).toMatchObject({ kind: 'docx', condition: 'damaged' })
  })
})

describe('what is not kept', () => {
  it('nothing at all', async () => {
    expect(await refused('бос.pdf', '')).toEqual({ status: 422, code: 'attachments.empty', name: 'бос.pdf' })
  })

  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)])
  const elf = Buffer.concat([Buffer.from('\u007fELF\u0002\u0001\u0001', 'latin1'), Buffer.alloc(600)])
  const msi = Buffer.alloc(2048)
  msi.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  msi.writeUInt16LE(9, 30)
  msi.set(Buffer.from('84100c0000000000c000000000000046', 'hex'), 512 + 80)
  const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml'

  it.each([
    ['setup.exe', exe],
    ['хат.pdf', exe],
    ['library.dll', exe],
    ['prog', elf],
    ['office.msi', msi],
    ['хат.doc', msi],
    ['run.bat', '@echo off\r\ndel *.*'],
    ['run.txt', '@echo off\r\ndel *.*'],
    ['run.cmd', 'start calc'],
    ['run.ps1', 'Get-Process'],
    ['run.js', 'alert(1)'],
    ['run.vbs', 'MsgBox 1'],
    ['run.sh', '#!/bin/sh\nrm -rf /'],
    ['сурет.jpg', '#!/usr/bin/env python3\n'],
    ['макрос.docm', word({}, macros)],
    ['хат.docx', word({}, macros)],
    ['хат.docx', word({ 'word/vbaProject.bin': 'Sub AutoOpen()' })],
    ['хат.docx', word({ 'word/embeddings/setup.exe': 'MZ' })],
    ['program.jar', zip({ 'META-INF/MANIFEST.MF': 'Main-Class: A' })],
  ])('%s: a program', async (name, content) => {
    expect(await refused(name, content)).toEqual({ status: 422, code: 'attachments.executable', name })
  })

  it.each([
    ['кесте.xlsx', zip({ '[Content_Types].xml': '<Types spreadsheetml/>', 'xl/workbook.xml': '' })],
    ['хат.docx', zip({ 'a.txt': 'archive' })],
    ['архив.zip', zip({ 'a.txt': 'archive' })],
    ['хат.txt', 'Құрметті басшы'],
    ['бет.html', '<!doctype html><title>x</title>'],
    ['сурет.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['сурет.gif', 'GIF89a\u0001\0\u0001\0'],
    ['кино.mp4', mp4('isom', 'vide')],
    ['хат.pdf', 'This is not %PDF-1.7 at all'],
  ])('%s: of another kind', async (name, content) => {
    expect(await refused(name, content)).toEqual({ status: 422, code: 'attachments.not_allowed', name })
  })
})

describe('names', () => {
  const named = async (name: string) => {
    const { name: kept, notices } = await take(name, pdf(crypto.randomUUID()))
    return [kept, notices]
  }
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Айгүл\\хат.pdf', 'хат.pdf'],
    ['C:хат.pdf', 'хат.pdf'],
    ['\\\\server\\scan\\хат.pdf', 'хат.pdf'],
    ['хат\u0000\u0007\n.pdf', 'хат.pdf'],
    ['хат\u202Efdp.pdf', 'хатfdp.pdf'],
    ['a\u200Bb\uFEFF.pdf', 'ab.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['lpt1.scan.pdf', '_lpt1.scan.pdf'],
    ['хат: "1"?.pdf', 'хат- -1--.pdf'],
    ['...хат.pdf', 'хат.pdf'],
  ])('%j is cleaned', async (given, kept) => {
    expect(await named(given)).toEqual([kept, ['cleaned']])
  })
  it.each(['Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі № 5.pdf', 'Жалоба Иванова (копия 2), стр. 1-3.PDF', 'O’Brien & Co.pdf', '诉状.pdf'])(
    '%s stays',
    async (name) => {
      expect(await named(name)).toEqual([name, []])
    },
  )
  it('come in one form of Unicode, whatever the sender’s system', async () => {
    expect(await named('Шағымы\u0306и\u0306.pdf'.normalize('NFD'))).toEqual(['Шағымы\u0306й.pdf'.normalize('NFC'), []])
  })
  it('of 300 characters are shortened to 120 with their ending', async () => {
    const [kept, notices] = await named(`${'ұзақ атау '.repeat(30)}.pdf`)
    expect(kept).toHaveLength(120)
    expect(kept).toMatch(/^ұзақ атау .*\.pdf$/)
    expect(notices).toEqual(['shortened'])
    expect((await named(`${'😀'.repeat(150)}.pdf`))[0]).toMatch(/^(😀){58}\.pdf$/u)
  })
  it('of refused files are shown as cleanly', async () => {
    expect(await refused(`../\u202E${'а'.repeat(300)}.txt`, 'x')).toMatchObject({ name: 'а'.repeat(120) })
  })
  it('never decide where a file lies', async () => {
    const { sha256 } = await take('../../../kiris.db', pdf('one'))
    expect(stored(test)).toContain(`${sha256.slice(0, 2)}/${sha256}`)
    for (const path of stored(test)) expect(path).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}$/)
  })
})
