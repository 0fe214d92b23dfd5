import { officeWithDecisions, ANSWER } from '../support/decisions'
import type { TestBrowser } from '../support/office'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReadPdf } from './readPdf'

/** A paper with codes that a reader looks for. */
class ReadPaper extends ReadPdf {
  /** What the codes of its first page say, each once, read from a picture of so many dots per inch, as a printer sets them. */
  codesAt(dpi: number): string[] {
    const dir = mkdtempSync(join(tmpdir(), 'kiris-codes-'))
    try {
      writeFileSync(join(dir, 'paper.pdf'), this.bytes)
      execFileSync('pdftoppm', ['-r', String(dpi), '-mono', '-singlefile', 'paper.pdf', 'paper'], { cwd: dir })
      const read = execFileSync('zbarimg', ['--quiet', '--raw', 'paper.pbm'], {
        cwd: dir,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      return [...new Set(read.trim().split('\n'))]
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  }
}

/** A paper of an office as a file. */
export async function paperOf(browser: TestBrowser, path: string): Promise<ReadPaper> {
  const answer = await browser.get(`/files/papers/${path}`)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return new ReadPaper(new Uint8Array(await answer.arrayBuffer()))
}

/** Texts of the greatest length the register takes. */
export const LONG = {
  name: 'Әбілқасымов-Жұмағалиев Мұхаммедәли Қайырбекұлы және '.repeat(6).slice(0, 299).trim(),
  address: '020000, Ақмола облысы, Көкшетау қаласы, Абылай хан даңғылының бойындағы Ғабит Мүсірепов көшесі, '
    .repeat(5)
    .slice(0, 399)
    .trim(),
}

/** An office in which a letter was answered, one was redirected, one voided, one made confidential, one given out on paper. */
export async function officeWithPapers() {
  const office = await officeWithDecisions()
  const { clerk, head, executor, ids, inWork, decided, bodyOf, card } = office
  const answered = await inWork({
    summary: 'Баласының кезегі жылжымаған 😀.',
    postalAddress: '020000, Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
  })
  const [task] = (await executor.call.routing.ofEntry({ id: answered }))[0]!.tasks
  await executor.call.routing.mark({ taskId: task!.id, text: 'Мектептен түсініктеме сұратылды' })
  await decided(answered, 'extend', { text: 'Қосымша тексеру қажет.', until: '2026-12-25' })
  const answer = (await decided(answered, 'answer', ANSWER)).letters[0]!
  await clerk.call.decisions.handOver({
    letterId: answer.id,
    how: 'post',
    on: '2026-12-11',
    to: 'Қазпошта',
    tracking: 'RA123456789KZ',
  })
  const redirected = await inWork({
    respondent: 'corporationWorker',
    language: 'ru',
    name: LONG.name,
    postalAddress: LONG.address,
    sheets: 3,
    annexSheets: 4,
  })
  const cover = (await decided(redirected, 'redirectWhole', { bodyId: await bodyOf('corporation'), text: 'Қарауға жіберіледі.' }))
    .letters
  const open = await inWork({ subject: 'Мектеп асханасы' })
  await clerk.call.filing.giveOut({ id: open, holderId: ids['executor']! })
  const voided = await inWork({ subject: 'Қате тіркелген' })
  await clerk.call.register.void({ id: voided, version: (await card(voided)).version, reason: 'екі рет тіркелген' })
  const secret = await inWork({ subject: 'Құпия мәселе' })
  await clerk.call.register.confine({ id: secret, version: (await card(secret)).version, readers: [] })
  return { ...office, head, answered, answer, redirected, cover, open, voided, secret }
}
