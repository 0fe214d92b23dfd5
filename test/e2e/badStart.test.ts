import { Connection } from '#core/db/driver'
import { REGISTER_FILE } from '#core/dataFolder'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBook } from '../support/office'
import { httpBrowser } from '../support/http'
import { RunningServer } from './server'

const LANGUAGES = ['kk', 'ru'] as const
const LANG = { kk: 'kk_KZ.UTF-8', ru: 'ru_RU.UTF-8' } as const
const NOBODY = 65_534

const whole = new RunningServer()
let dataDir: string
let file: string

beforeAll(async () => {
  await whole.start()
  await openBook(httpBrowser(whole.address))
})
afterAll(() => whole.end())
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiris-start-'))
  file = join(dataDir, REGISTER_FILE)
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Starts the program as a person does who is about to be refused: what it said, and its exit code. */
async function start(
  language: (typeof LANGUAGES)[number],
  args: string[],
  user?: number,
): Promise<{ said: string; code: number }> {
  const child = spawn(process.execPath, ['out/main/server.js', '--no-open', ...args], {
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: LANG[language] },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user }),
  })
  const gone = once(child, 'exit')
  // A program that opened after all would never end by itself.
  child.stdout.once('data', () => child.kill('SIGKILL'))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await gone) as [number]
  expect(out).toBe('')
  return { said: err.trim(), code }
}

const SECOND = {
  kk: [
    'Кітапты басқа бағдарлама ашып отыр',
    `Ашқан компьютер: ${hostname()}. Екі бағдарлама бір кітапқа қатар жазса, жазба бүлінеді, сондықтан екіншісі ашылмайды. Ол жерде бағдарламаны жабыңыз немесе осы кітапты браузер арқылы ашыңыз.`,
  ],
  ru: [
    'Книгу держит открытой другая программа',
    `Открыл компьютер: ${hostname()}. Если две программы пишут в одну книгу, записи портятся, поэтому вторая не открывается. Закройте программу там или откройте эту книгу через браузер.`,
  ],
}
const NEWER = {
  kk: [
    'Кітап бағдарламаның жаңарақ нұсқасында жазылған',
    'Бұл нұсқа оны аша алмайды, файлға ештеңе жазылған жоқ. Бағдарламаны жаңартыңыз. Файл: ',
  ],
  ru: [
    'Книга записана более новой версией программы',
    'Эта версия не может её открыть, в файл ничего не записано. Обновите программу. Файл: ',
  ],
}
const DAMAGED = {
  kk: ['Дерекқор файлы бүлінген', 'Соңғы көшірмеден қалпына келтіріңіз, бүлінген файлды өшірмей сақтап қойыңыз.'],
  ru: ['Файл базы данных повреждён', 'Восстановите его из последней копии, повреждённый файл сохраните.'],
}
const READ_ONLY = {
  kk: ['Деректер қалтасына жазуға болмайды', 'Қалтаның рұқсатын немесе дискінің қосылғанын тексеріп, қайта ашыңыз: '],
  ru: ['В папку данных нельзя писать', 'Проверьте права на папку или подключён ли диск, и откройте снова: '],
}

describe.each(LANGUAGES)('a start that must not be says so on the command line (%s),', (language) => {
  const expectRefused = ({ said, code }: Awaited<ReturnType<typeof start>>, texts: Record<string, string[]>): void => {
    const lines = said.split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe(texts[language]![0])
    expect(lines[1]).toContain(texts[language]![1])
    expect(said).not.toMatch(/[{}]|undefined|Error|at .*:\d+/)
    expect(code).toBe(1)
  }

  it('when the book is open already', async () => {
    expectRefused(await start(language, ['--data', whole.dataDir]), SECOND)
    expect((await fetch(whole.address)).status).toBe(200)
  })

  it('when the book was written by a newer version', async () => {
    await aBook()
    const newer = await Connection.open(file)
    await newer.execute('PRAGMA user_version = 999')
    await newer.close()
    const before = readFileSync(file)
    const refused = await start(language, ['--data', dataDir])
    expectRefused(refused, NEWER)
    expect(refused.said).toContain(file)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('when the file is damaged', async () => {
    await aBook()
    const before = readFileSync(file).fill(0xff, 4096, 8192)
    writeFileSync(file, before)
    const refused = await start(language, ['--data', dataDir])
    expectRefused(refused, DAMAGED)
    expect(refused.said).toContain(file)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  const isRoot = process.getuid?.() === 0
  it.skipIf(process.platform === 'win32')('when the folder cannot be written to', async () => {
    // Nobody but root may write everywhere, so root starts the program as somebody else.
    const closed = join(dataDir, 'closed')
    mkdirSync(closed)
    chmodSync(dataDir, 0o755)
    chmodSync(closed, 0o555)
    const refused = await start(language, ['--data', closed], isRoot ? NOBODY : undefined)
    expectRefused(refused, READ_ONLY)
    expect(refused.said).toContain(closed)
    if (isRoot) chownSync(closed, NOBODY, NOBODY)
    chmodSync(closed, 0o755)
    expectRefused(await start(language, ['--data', join(dataDir, 'missing')], isRoot ? NOBODY : undefined), READ_ONLY)
  })
})

/** A copy of the open book's file, as it lies on the disk after it was closed. */
async function aBook(): Promise<void> {
  const source = await Connection.open(join(whole.dataDir, REGISTER_FILE))
  await source.rows('VACUUM INTO ?', [file])
  await source.close()
}
