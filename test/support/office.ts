import { openOffice, type Clock, type Office, type OfficeOptions } from '#core/office'
import type { AppealFacts, Contract, PersonFields } from '#shared/contract'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const resourcesDir = join(process.cwd(), 'resources')

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  constructor(private moment = '2026-12-11T06:08:00.000Z') {}

  now(): Date {
    return new Date(this.moment)
  }

  /** Sets a UTC moment. Almaty is five hours ahead: 06:08Z is 11:08. */
  set(moment: string): void {
    this.moment = moment
  }

  pass(seconds: number): void {
    this.moment = new Date(Date.parse(this.moment) + seconds * 1000).toISOString()
  }
}

export type Client = ContractRouterClient<Contract>

/** A browser as far as the office can tell: keeps cookies and calls procedures. */
export class TestBrowser {
  cookie = ''
  readonly call: Client

  constructor(
    private readonly office: Pick<Office, 'fetch'>,
    readonly origin = 'http://127.0.0.1:4180',
  ) {
    const link = new RPCLink({ url: `${origin}/rpc`, fetch: (request) => this.fetch(request) })
    this.call = createORPCClient(link)
  }

  async fetch(request: Request): Promise<Response> {
    const headers = new Headers(request.headers)
    if (this.cookie) headers.set('cookie', this.cookie)
    const body = request.method === 'GET' ? null : await request.arrayBuffer()
    const response = await this.office.fetch(new Request(request.url, { method: request.method, headers, body }))
    for (const set of response.headers.getSetCookie()) this.cookie = set.includes('Max-Age=0') ? '' : set.split(';')[0]!
    return response
  }

  get(path: string): Promise<Response> {
    return this.fetch(new Request(`${this.origin}${path}`))
  }
}

export const PASSWORD = 'correct horse'

/** An office in a folder of its own, removed on `close`. */
export interface TestOffice {
  dataDir: string
  clock: TestClock
  office: Office
  browser(): TestBrowser
  reopen(changed?: Partial<OfficeOptions>): Promise<void>
  close(): Promise<void>
}

/** Opens an empty office in a fresh folder. */
export async function emptyOffice(options: Partial<OfficeOptions> & { clock?: TestClock } = {}): Promise<TestOffice> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kiris-test-'))
  const clock = options.clock ?? new TestClock()
  const open = (changed: Partial<OfficeOptions> = {}): Promise<Office> =>
    openOffice({ resourcesDir, listPeople: true, workstation: 'KENSE-1', ...options, ...changed, dataDir, clock })
  const test: TestOffice = {
    dataDir,
    clock,
    office: await open(),
    browser: () => new TestBrowser({ fetch: (request) => test.office.fetch(request) }),
    async reopen(changed = {}) {
      await test.office.close()
      test.office = await open(changed)
    },
    async close() {
      await test.office.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return test
}

/** A person as typed by the administrator. */
export function person(login: string, roles: PersonFields['roles'], surname = login): PersonFields {
  const position = { kk: 'маман', ru: 'специалист' }
  const names = { surname, givenName: 'Айгерім', patronymic: 'Талғатқызы' }
  return { ...names, login, roles, position, departmentId: null }
}

/** Opens the book as the first start does, with the shipped suggestion. */
export async function openBook(browser: TestBrowser, firstNumber = 1): Promise<void> {
  const suggestion = await browser.call.office.suggestion()
  const administrator = { ...person('admin', ['administrator'], 'Жүнісов'), password: PASSWORD }
  await browser.call.office.open({ ...suggestion, firstNumber, administrator })
}

/** A browser in which somebody whom the office knows is signed in. */
export async function signedIn(test: Pick<TestOffice, 'browser'>, login: string, password = PASSWORD): Promise<TestBrowser> {
  const browser = test.browser()
  await browser.call.session.signIn({ login, password })
  return browser
}

/** Adds a person as the administrator and signs him or her in. */
export async function signInAs(test: Pick<TestOffice, 'browser'>, fields: PersonFields): Promise<TestBrowser> {
  const admin = await signedIn(test, 'admin')
  await admin.call.people.add({ ...fields, password: PASSWORD })
  return signedIn(test, fields.login)
}

/** An office at which a clerk is signed in. */
export interface ClerksOffice extends TestOffice {
  clerk: TestBrowser
}

/** An office with an open book and a signed-in clerk «Қасенова А. Т.». */
export async function officeWithClerk(options: Partial<OfficeOptions> & { clock?: TestClock } = {}): Promise<ClerksOffice> {
  const test = await emptyOffice(options)
  await openBook(test.browser())
  const clerk = await signInAs(test, person('clerk', ['clerk'], 'Қасенова'))
  return Object.assign(test, { clerk })
}

/** What a clerk writes down of an ordinary complaint on a service, received at 11:05 on the day of the test clock. */
export function facts(changes: Partial<AppealFacts> = {}): AppealFacts {
  return {
    kind: 'serviceComplaint',
    addressee: 'provider',
    addressedTo: 'Тілеубергенов Қ. М.',
    channel: 'inPerson',
    receivedOn: '2026-12-11',
    receivedAt: '11:05',
    respondent: 'provider',
    respondentName: '№ 12 балабақша',
    contested: 'inaction',
    serviceId: null,
    serviceName: '',
    applicantType: 'natural',
    applicantId: null,
    identifier: '850412100013',
    name: 'Сейтқали Айгүл Маратқызы',
    postalAddress: 'Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
    residence: '',
    phone: '+7 700 000 12 34',
    email: '',
    language: 'kk',
    representative: '',
    people: 1,
    notStated: [],
    subject: 'Балабақша кезегі',
    summary: 'Баласының кезек нөмірі екі ай ішінде 40 орынға артқа жылжыған, себебін түсіндіруді сұрайды',
    sheets: 1,
    annexSheets: 2,
    sendersNumber: '',
    sendersDate: '',
    externalNumber: '',
    delivery: 'inPerson',
    answerPlace: { kk: '303-кабинет, Көкшетау қ., Сәтпаев к-сі, 1а', ru: 'каб. 303, г. Кокшетау, ул. Сатпаева, 1а' },
    givenDeadline: '',
    ...changes,
  }
}

/** Registers a letter as the clerk. */
export function register(clerk: TestBrowser, changes: Partial<AppealFacts> = {}, requestId: string = crypto.randomUUID()) {
  return clerk.call.register.register({ requestId, facts: facts(changes) })
}

/** The code and data of a refused call; fails the test when the call is not refused. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: string; data: { params?: object; fields?: { path: string; code: string }[] } }> {
  try {
    await call
  } catch (error) {
    return error as never
  }
  throw new Error('the call was not refused')
}

/** A file of the data folder as text. */
export const fileOf = (test: TestOffice, name: string): string => readFileSync(join(test.dataDir, name), 'utf8')
