import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import examples from '../domain/data/deadline-examples.json'
import { officeWithClerk, register, signedIn, type ClerksOffice } from '../support/office'

interface Both {
  kk: string
  ru: string
}

interface Answer {
  registeredOn: string
  registeredBecause: string
  deadline: string
  controlDate: string | null
  rule: { id: string; version: number; length: number; unit: string; basis: { kk: string; ru: string } }
  shortTerms: { purpose: string; date: string }[]
  days: { date: string; counted: number | null; reason: string; words: Both; law: Both | null; source: string | null }[]
  yearsWithoutOfficialCalendar: number[]
  sentences: { kk: string[]; ru: string[] }
  error?: { code: string; message: string }
}

/** Runs the command as support would; its standard output holds nothing but answers. */
function term(args: string[], input = '') {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '--silent', 'term', '--', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'ru_RU.UTF-8' },
  })
  return { stdout, stderr, status }
}

const one = (...args: string[]): Answer => JSON.parse(term(args).stdout) as Answer
const lines = (requests: (object | string)[], ...args: string[]): Answer[] => {
  const input = requests.map((request) => (typeof request === 'string' ? request : JSON.stringify(request))).join('\n')
  const { stdout } = term(['--stdin', ...args], input)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
}

describe('one question', () => {
  it('is answered whole: days with their reasons, rule, control date, sentences in both languages', () => {
    const answer = one('--kind', 'service-complaint', '--received', '2026-12-11T18:45')
    expect(answer).toMatchObject({
      registeredOn: '2026-12-14',
      registeredBecause: 'afterHours',
      deadline: '2026-12-22',
      controlDate: '2026-12-21',
      rule: { id: 'service-complaint-provider', version: 2, length: 5, unit: 'workingDays' },
      yearsWithoutOfficialCalendar: [],
    })
    expect(answer.days.map(({ date, counted, reason }) => [date.slice(8), counted, reason])).toEqual([
      ['14', null, 'registration'],
      ['15', 1, 'counted'],
      ['16', null, 'holiday'],
      ['17', 2, 'counted'],
      ['18', 3, 'counted'],
      ['19', null, 'weekend'],
      ['20', null, 'weekend'],
      ['21', 4, 'counted'],
      ['22', 5, 'counted'],
    ])
    expect(answer.days[2]!.words).toEqual({ kk: 'Тәуелсіздік күні', ru: 'День Независимости' })
    expect(answer.days[2]!.law!.ru).toContain('№ 267-II')
    expect(answer.days[1]!.law).toBeNull()
    expect(answer.sentences.ru.join(' ')).toContain('Последний день срока ответа: 22 декабря 2026 года, вторник.')
    expect(answer.sentences.kk.join(' ')).toContain('Жауап мерзімінің соңғы күні: 2026 жылғы 22 желтоқсан, сейсенбі.')
  })

  it('names the order that moved a day, and the day to which a term in calendar days rolls over', () => {
    const moved = one('--kind', 'bailiff-request', '--received', '2025-01-02T10:00')
    expect(moved.days.map(({ date, reason, source }) => [date.slice(8), reason, source])).toContainEqual([
      '05',
      'transfer-work',
      '№ 436, 21.11.2024',
    ])
    const rolled = one('--kind', 'information-request', '--received', '2026-11-06T10:00')
    expect([rolled.deadline, rolled.days.at(-1)!.reason, rolled.days.at(-1)!.counted]).toEqual(['2026-11-23', 'rolled', null])
  })
})

describe('a question a line', () => {
  it('is answered a line, in order, for every checked example', () => {
    const kinds: Record<number, string> = { 3: 'bailiff-request', 5: 'service-complaint', 15: 'application', 20: 'complaint' }
    // 2 January 2025 is a holiday: there the examples only count, nothing is registered on it.
    const vectors = examples.vectors.filter(({ registeredOn }) => registeredOn !== '2025-01-02')
    const requests = vectors.map(({ registeredOn, workingDays }) => ({
      kind: kinds[workingDays],
      received: `${registeredOn}T10:00`,
    }))
    expect(lines(requests).map(({ registeredOn, deadline }) => [registeredOn, deadline])).toEqual(
      vectors.map(({ registeredOn, deadline }) => [registeredOn, deadline]),
    )
  })

  it('takes receipt at 18:29:59 as in time, and at 18:30 as the next working day', () => {
    const at = (time: string) => ({ kind: 'complaint', received: `2026-11-24T${time}` })
    expect(lines([at('18:29:59'), at('18:30'), at('18:30:00')]).map(({ registeredOn }) => registeredOn)).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-25',
    ])
  })

  it('says what is wrong in the place of an answer, and goes on', () => {
    const good = { kind: 'comment', received: '2026-11-24T10:15', addressee: 'quality-body' }
    const answers = lines([
      { ...good, kind: 'nonsense' },
      { ...good, received: '24/11/26' },
      { ...good, received: '2026-02-29T10:00' },
      { ...good, received: '1999-12-31T10:00' },
      { ...good, addressee: 'president' },
      { ...good, given: '2026-11-01' },
      'no JSON',
      '[]',
      good,
    ])
    expect(answers.map(({ error, deadline }) => error?.code ?? deadline)).toEqual([
      'unknown_kind',
      'bad_received',
      'bad_received',
      'outside_calendar',
      'unknown_addressee',
      'bad_given',
      'bad_request',
      'bad_request',
      '2026-12-15',
    ])
    expect(answers[1]!.error!.message).toContain('2026-11-24T10:15')
  })

  it('says which years have no official calendar', () => {
    const [answer] = lines([{ kind: 'complaint', received: '2031-12-20T10:00' }])
    expect(answer!.yearsWithoutOfficialCalendar).toEqual([2031, 2032])
  })
})

describe('arguments that are not understood', () => {
  it.each([
    [['--kind', 'complaint'], 'Не указано: received'],
    [['--kind', 'complaint', '--received', '24.11.2026'], 'Непонятные дата и время'],
    [['--kind', 'nothing', '--received', '2026-11-24T10:15'], 'Такого вида нет: nothing'],
    [['--nonsense'], 'Непонятный параметр: --nonsense'],
    [['--data', '/nowhere', '--kind', 'complaint', '--received', '2026-11-24T10:15'], 'В этой папке нет книги'],
  ])('%s: nothing on standard output, the reason beside it, exit code 2', (args, reason) => {
    const { stdout, stderr, status } = term(args)
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).toContain(reason)
  })
})

describe('the calendar of an office', () => {
  let test: ClerksOffice
  beforeAll(async () => {
    test = await officeWithClerk()
  })
  afterAll(() => test.close())

  it('is used while the program has it open, and is not touched', async () => {
    await register(test.clerk)
    const admin = await signedIn(test, 'admin')
    const { calendar } = await admin.call.office.state()
    const kept = calendar.years.find(({ year }) => year === 2026)!
    const days = calendar.days.filter(({ date }) => date.startsWith('2026'))
    const years = [{ ...kept, days: [...days, { date: '2026-12-18', kind: 'holiday' as const, name: 'Облыс күні' }] }]
    const change = { kind: 'calendar' as const, based: 0, years }
    await admin.call.deadlines.apply({ change, digest: (await admin.call.deadlines.preview({ change })).digest })
    const question = ['--kind', 'service-complaint', '--received', '2026-12-11T10:15']
    expect(one(...question).deadline).toBe('2026-12-21')
    const answer = one(...question, '--data', test.dataDir)
    expect(answer.deadline).toBe('2026-12-22')
    expect(answer.days.find(({ date }) => date === '2026-12-18')!.words.ru).toBe('Облыс күні')
    await register(test.clerk)
  })
})
