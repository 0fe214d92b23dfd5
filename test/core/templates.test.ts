import { markdownBlocks } from '#core/letters/paper/markdownBlocks'
import { Templates } from '#core/letters/templates.service'
import { LETTER_LANGUAGES, LETTER_PURPOSES, TEMPLATE_FIELDS, type TemplateField } from '#shared/domain'
import { LOCALES, translatorFor } from '#shared/i18n'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const SHIPPED = join(process.cwd(), 'resources/letters')
const FILE = 'answer.kk.md'
const shippedText = (file: string): string => readFileSync(join(SHIPPED, file), 'utf8')
const EMPTY = Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, ''])) as Record<TemplateField, string>

let home: string
let dir: string
let templates: Templates

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kiris-templates-'))
  dir = join(home, 'templates')
  templates = new Templates(SHIPPED, dir)
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function office(text: string | Uint8Array, file = FILE): void {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, file), text)
}
const filled = (fields: Partial<Record<TemplateField, string>>): Promise<string> =>
  templates.fill('answer', 'kk', { ...EMPTY, ...fields })
const faultOfAnswer = async () => (await templates.list()).find(({ file }) => file === FILE)!.fault

describe('a template that cannot be used', () => {
  const broken = (line: number) => ({ code: 'templates.broken', params: { file: FILE, line } })
  const unknown = (line: number, field: string) => ({ code: 'templates.unknown_field', params: { file: FILE, line, field } })
  const FAULTY: [string, string, ReturnType<typeof broken>][] = [
    ['a field nobody knows', 'Мәтін\n\n{{text}} {{salary}}', unknown(3, 'salary')],
    ['a field in a section', '{{#text}}\n{{secret}}\n{{/text}}', unknown(2, 'secret')],
    ['a section nobody knows', 'а\n{{#nope}}б{{/nope}}', unknown(2, 'nope')],
    ['an inverted section nobody knows', '{{^nope}}б{{/nope}}', unknown(1, 'nope')],
    ['a field within a field', 'а\n{{text.length}}', unknown(2, 'text.length')],
    ['what every object inherits', '{{constructor}}', unknown(1, 'constructor')],
    ['a section left open', 'а\nб {{#text}}\nв\nг', broken(2)],
    ['an inner section left open', '{{#text}}\n{{#reason}}\n{{/text}}', broken(3)],
    ['a section closed by another', '{{#text}}\n\n{{/reason}}', broken(3)],
    ['a section closed that was not opened', '\n{{/text}}', broken(2)],
    ['a bracket left open', '{{text}}\n\nа {{reason\nб', broken(3)],
    ['three brackets closed by two', 'а\n{{{text}}\n', broken(2)],
    ['a bracket closed by the next one', 'а\n{{reason\n\n{{text}}', broken(2)],
    ['another template inside', 'а\n\n{{> answer}}', broken(3)],
    ['other brackets', 'а\n{{=<% %>=}}\n<% text %>', broken(2)],
    ['other brackets, malformed', 'а\nб\n{{=<%=}}', broken(3)],
    [
      'a character that paper cannot show',
      '{{text}}\n✓ дайын',
      { code: 'templates.unprintable', params: { file: FILE, line: 2, character: '✓' } },
    ] as never,
    [
      'a character that nobody sees',
      'а\n\nб\u200bв',
      { code: 'templates.unprintable', params: { file: FILE, line: 3, character: 'U+200B' } },
    ] as never,
  ]

  it.each(FAULTY)('%s: says where, keeps the letter from being made and the text from being saved', async (_, text, fault) => {
    office(text)
    expect(await faultOfAnswer()).toEqual(fault)
    await expect(filled({ text: 'а' })).rejects.toMatchObject(fault)
    await templates.restore('answer', 'kk')
    await expect(templates.save('answer', 'kk', text)).rejects.toMatchObject(fault)
    expect(readFileSync(join(dir, FILE), 'utf8')).toBe(shippedText(FILE))
    expect(await templates.read('answer', 'kk')).toBe(shippedText(FILE))
  })

  it.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['blank', ' \n\t\n'],
    ['in another code', Uint8Array.from([0xd1, 0xe0, 0xeb, 0xe5, 0xec])],
    ['in two bytes a letter', Buffer.from('\ufeffСәлем', 'utf16le')],
    ['with a zero byte', 'Сәлем\0'],
    ['too large', 'ә'.repeat(50_001)],
  ])('a file that is %s', async (_, content) => {
    const fault = { code: 'templates.unreadable', params: { file: FILE } }
    office(content)
    expect(await faultOfAnswer()).toEqual(fault)
    await expect(filled({})).rejects.toMatchObject(fault)
    await expect(templates.read('answer', 'kk')).rejects.toMatchObject(fault)
    await templates.restore('answer', 'kk')
    expect(await faultOfAnswer()).toBeNull()
  })

  it('a folder in its place is named, is not touched, and the other letters are made', async () => {
    mkdirSync(join(dir, FILE), { recursive: true })
    const fault = { code: 'templates.unreadable', params: { file: FILE } }
    expect(await faultOfAnswer()).toEqual(fault)
    await expect(templates.save('answer', 'kk', 'Мәтін')).rejects.toMatchObject(fault)
    await expect(templates.restore('answer', 'kk')).rejects.toMatchObject(fault)
    expect(readdirSync(dir)).toEqual([FILE])
    expect(await templates.fill('answer', 'ru', { ...EMPTY, text: 'Текст' })).toContain('Текст')
  })

  it('has words for it in every language', () => {
    for (const locale of LOCALES) {
      const t = translatorFor(locale)
      expect(t('errors.templates.unknown_field', { file: FILE, line: 7, field: 'salary' })).toMatch(/answer\.kk\.md.*7.*salary/)
      expect(t('errors.templates.broken', { file: FILE, line: 7 })).toMatch(/answer\.kk\.md.*7/)
      expect(t('errors.templates.unreadable', { file: FILE })).toContain(FILE)
      expect(t('errors.templates.unprintable', { file: FILE, line: 7, character: '✓' })).toMatch(/answer\.kk\.md.*7.*✓/)
    }
  })
})

describe('filling', () => {
  it('takes a UTF-8 mark and the line ends of Windows', async () => {
    office('\ufeffБірінші {{kind}}\r\n\r\n{{text}}\r\n')
    expect(await filled({ kind: 'шағым', text: 'Екінші' })).toBe('Бірінші шағым\n\nЕкінші\n')
  })

  it('leaves sections of empty fields out, with white space counted as empty', async () => {
    office('{{#part}}\nбөлігі: {{part}}\n{{/part}}\n{{^part}}\nтолық\n{{/part}}\n{{! ескертпе }}\nсоңы')
    expect(await filled({ part: ' \n ' })).toBe('толық\nсоңы\n')
    expect(await filled({ part: 'бірінші сұрақ' })).toBe('бөлігі: бірінші сұрақ\nсоңы\n')
  })

  it('keeps blank lines as paragraphs and single breaks as breaks', async () => {
    office('{{text}}')
    const blocks = markdownBlocks(await filled({ text: 'Бірінші\r\nжалғасы\n\n \nЕкінші' }))
    expect(blocks.map(({ kind, lines }) => [kind, lines.map((line) => line.map(({ text }) => text).join(''))])).toEqual([
      ['paragraph', ['Бірінші', 'жалғасы']],
      ['paragraph', ['Екінші']],
    ])
  })

  it.each(['{{text}}', '{{{text}}}', '{{& text }}'])('shows what was typed and nothing else, named as %s', async (name) => {
    office(name)
    const letters = fc.constantFrom(
      ...'аӘқ1590 .)-+*_#>`~|[](){}<>&!\\=:;"\'/№–'.split(''),
      '\n',
      '\n\n',
      '    ',
      '1. ',
      '- ',
      '# ',
      '&amp;',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 40 }), async (parts) => {
        const text = parts.join('')
        const meant = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
        const blocks = markdownBlocks(await filled({ text }))
        expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true)
        expect(blocks.flatMap(({ lines }) => lines.flat()).some(({ bold, italic }) => bold || italic)).toBe(false)
        const shown = blocks.flatMap(({ lines }) =>
          lines.map((line) =>
            line
              .map((piece) => piece.text)
              .join('')
              .replaceAll('\u00a0', ' '),
          ),
        )
        expect(shown).toEqual(meant.filter((line) => line !== ''))
      }),
      { numRuns: 400 },
    )
  })

  it('never lets a number begin a list where the template goes on with a full stop', async () => {
    office('{{number}}. {{kind}}')
    expect(markdownBlocks(await filled({ number: '12', kind: 'шағым' }))).toMatchObject([{ kind: 'paragraph' }])
  })

  it('does not look for fields in what was typed', async () => {
    office('{{text}}')
    const [block] = markdownBlocks(await filled({ text: '{{reason}} {{#part}}', reason: 'құпия' }))
    expect(block!.lines).toEqual([[{ text: '{{reason}} {{#part}}', bold: false, italic: false }]])
  })

  it.each(['Жоқ:\n\n{{missing}}\n\nЖіберіңіз.', 'Жоқ: {{missing}} Жіберіңіз.'])(
    'makes a list of what is missing in %j',
    async (text) => {
      office(text)
      const blocks = markdownBlocks(await filled({ missing: 'қолы\n\n*күні*\n' }))
      expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'item', 'item', 'paragraph'])
      expect(blocks.slice(1, 3).map(({ lines }) => lines[0]![0]!.text)).toEqual(['қолы', '*күні*'])
    },
  )
})

describe('the folder of templates', () => {
  it('is filled at opening, and what the office wrote there is never overwritten', async () => {
    office('Біздің үлгі {{text}}\n')
    office('', 'answer.ru.md')
    expect(await templates.prepare()).toEqual([])
    expect(readdirSync(dir).sort()).toEqual(readdirSync(SHIPPED).sort())
    expect(readFileSync(join(dir, FILE), 'utf8')).toBe('Біздің үлгі {{text}}\n')
    expect(readFileSync(join(dir, 'answer.ru.md'), 'utf8')).toBe('')
    expect(readFileSync(join(dir, 'returnNotice.ru.md'), 'utf8')).toBe(shippedText('returnNotice.ru.md'))
  })

  it('that cannot be written stops nothing: the shipped letters are made', async () => {
    writeFileSync(dir, 'a file where the folder should be')
    expect(await templates.prepare()).toHaveLength(LETTER_PURPOSES.length * LETTER_LANGUAGES.length)
    expect(await filled({ text: 'Жауап мәтіні' })).toContain('Жауап мәтіні')
    await expect(templates.save('answer', 'kk', 'Мәтін')).rejects.toMatchObject({ code: 'templates.unreadable' })
  })

  it('lists every purpose in every language, and what differs from the shipped', async () => {
    await templates.prepare()
    const list = await templates.list()
    expect(list.map(({ file }) => file).sort()).toEqual(readdirSync(SHIPPED).sort())
    expect(list.filter(({ changed, fault }) => changed || fault)).toEqual([])
    await templates.save('answer', 'kk', 'Біздің мәтін: {{text}}')
    expect((await templates.list()).filter(({ changed }) => changed).map(({ file }) => file)).toEqual([FILE])
    expect(await templates.read('answer', 'kk')).toBe('Біздің мәтін: {{text}}\n')
    await templates.restore('answer', 'kk')
    expect((await templates.list()).filter(({ changed }) => changed)).toEqual([])
  })

  it('shows a reader the old text or the new one, never a part, and leaves no draft behind', async () => {
    await templates.prepare()
    const texts = Array.from({ length: 12 }, (_, index) => `${String(index).repeat(40_000)}{{text}}\n`)
    const whole = new Set([shippedText(FILE), ...texts])
    const reading = Array.from({ length: 60 }, () => templates.read('answer', 'kk'))
    const writing = texts.map((text) => templates.save('answer', 'kk', text))
    await Promise.all(writing)
    for (const text of await Promise.all([...reading, templates.read('answer', 'kk')])) expect(whole.has(text)).toBe(true)
    expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
