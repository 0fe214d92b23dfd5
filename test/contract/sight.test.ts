import { emptyDecision, PERMISSIONS, ROLES, ROLES_OF, sightOf, type Role } from '#shared/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, PASSWORD, person, register, signInAs, type TestBrowser, type TestOffice } from '../support/office'
import { rowsOf } from '../support/raw'
import { allProcedures, callRaw } from '../support/rpc'

/**
 * Every role × every procedure that names an entry × an own, a foreign and a confidential entry: what one may not see does not exist, whatever is asked of it.
 */
let test: TestOffice & { clerk: TestBrowser }
const callers = new Map<Role, TestBrowser>()
const ids = new Map<string, number>()
/** The draft of an answer and the outgoing letter of each entry. */
const papers = new Map<number, { decision: number; letter: number }>()
/** An entry that gave the department's head and the executor work, one that gave nobody any, and a confidential one of which only the clerk `named` knows. */
let entries: { own: number; foreign: number; confidential: number }

beforeAll(async () => {
  test = await officeWithClerk()
  for (const role of ROLES) callers.set(role, await signInAs(test, person(`one-${role}`, [role])))
  const named = await signInAs(test, person('named', ['clerk']))
  for (const { id, login } of await rowsOf<{ id: number; login: string }>(test, 'SELECT id, login FROM people'))
    ids.set(login, id)
  const [own, foreign, confidential] = [await register(test.clerk), await register(test.clerk), await register(named)]
  const executors = ['one-departmentHead', 'one-executor'].map((login, at) => ({
    personId: ids.get(login)!,
    responsible: at === 0,
  }))
  const resolution = { version: 1, text: 'Қараңыз', executors, due: '2026-12-18', control: false }
  await callers.get('head')!.call.routing.resolve({ appealId: own.id, ...resolution })
  await named.call.slips.issue({ appealId: confidential.id, languages: 'kk' })
  await named.call.register.confine({ id: confidential.id, version: 1, readers: [] })
  for (const { id } of [own, foreign, confidential])
    papers.set(id, await paperwork(id === confidential.id ? named : test.clerk, id))
  entries = { own: own.id, foreign: foreign.id, confidential: confidential.id }
})
afterAll(() => test.close())

/** A draft of an answer, and a redirect in part that was signed, so that the entry stays open. */
async function paperwork(browser: TestBrowser, appealId: number): Promise<{ decision: number; letter: number }> {
  const { decisions, directory, register: entries } = browser.call
  const body = (await directory.all()).bodies.find(({ kind }) => kind === 'corporation')!
  const content = { ...emptyDecision('kk'), bodyId: body.id, part: 'бір бөлігі' }
  const base = { id: null, version: 0, appealId, content }
  const answer = await decisions.save({ ...base, act: 'answer' })
  const part = await decisions.save({ ...base, act: 'redirectPart' })
  const { version: entryVersion } = await entries.card({ id: appealId })
  const signature = { entryVersion, signerId: ids.get('one-head')!, signedOn: '2026-12-11' }
  const { letters } = await decisions.sign({ id: part.id, version: 1, ...signature })
  return { decision: answer.id, letter: letters[0]!.id }
}

const permissionsOf = (role: Role): string[] => PERMISSIONS.filter((permission) => ROLES_OF[permission].includes(role))

function sees(role: Role, entry: keyof typeof entries): boolean {
  const sight = sightOf([role])
  if (entry === 'confidential' || sight === null) return false
  return sight === 'all' || entry === 'own'
}

/** Procedures that read one entry, and how each is asked for it. */
const READS: Readonly<Record<string, (id: number) => object>> = {
  'register.card': (id) => ({ id }),
  'register.history': (id) => ({ id }),
  'register.readers': (id) => ({ id }),
  'routing.ofEntry': (id) => ({ id }),
  'decisions.ofEntry': (id) => ({ id }),
  'filing.ofEntry': (id) => ({ id }),
  'slips.list': (id) => ({ appealId: id }),
  'attachments.ofEntry': (id) => ({ id }),
  'attachments.stagedFor': (id) => ({ id }),
}

/** Procedures that change one entry; the version is one that no entry has, so that nothing is changed when it is found. */
const WRITES: Readonly<Record<string, (id: number) => object>> = {
  'register.void': (id) => ({ id, version: 99, reason: 'қате' }),
  'register.confine': (id) => ({ id, version: 99, readers: null }),
  'routing.send': (id) => ({ id, version: 99 }),
  'routing.control': (id) => ({ id, version: 99, control: true, controllerId: null }),
  // Each entry has such a draft already, so nothing new is written when it is found.
  'decisions.save': (id) => ({ id: null, version: 0, appealId: id, act: 'answer', content: emptyDecision('kk') }),
  'decisions.attach': (id) => ({ id, version: 99, number: 'Ж-0001/26', reason: 'қайталама' }),
  'filing.file': (id) => ({ id, version: 99, caseId: 1 }),
  'filing.giveOut': (id) => ({ id, holderId: 9999 }),
  'filing.takeBack': (id) => ({ id }),
  // A token that nobody has, so that nothing is attached when the entry is found.
  'attachments.attach': (id) => ({ id, files: [{ token: '0b0e7c1e-6a54-4b0c-9d41-2f6d8f1c0a11', role: 'letter' }] }),
  'routing.resolve': (id) => ({
    ...{ appealId: id, version: 99, text: 'Қараңыз', due: '2026-12-18', control: false },
    executors: [{ personId: 1, responsible: true }],
  }),
}

const decisionOf = (id: number): number => papers.get(id)!.decision

/** The same for procedures that name a decision or a letter of an entry. */
const BY_PAPER: Readonly<Record<string, (id: number) => object>> = {
  'decisions.checks': (id) => ({ id: decisionOf(id) }),
  'decisions.submit': (id) => ({ id: decisionOf(id), version: 99 }),
  'decisions.agree': (id) => ({ id: decisionOf(id), version: 99, verdict: 'agreed', remark: '' }),
  'decisions.sendBack': (id) => ({ id: decisionOf(id), version: 99, reason: 'қате' }),
  'decisions.refuse': (id) => ({ id: decisionOf(id), version: 99, reason: 'қате' }),
  'decisions.drop': (id) => ({ id: decisionOf(id), version: 99 }),
  'decisions.sign': (id) => ({ id: decisionOf(id), version: 99, entryVersion: 99, signerId: null, signedOn: null }),
  'decisions.handOver': (id) => ({ letterId: papers.get(id)!.letter, how: 'post', on: '2026-12-31', to: '', tracking: '' }),
}
const ALL = { ...READS, ...WRITES, ...BY_PAPER }

describe.each(ROLES)('the role %s', (role) => {
  for (const entry of ['own', 'foreign', 'confidential'] as const) {
    it.each(Object.keys(ALL))(`${entry} entry: %s`, async (name) => {
      const input = ALL[name]!(entries[entry])
      const { code } = await callRaw(callers.get(role)!, name, input)
      const access = allProcedures().find((procedure) => procedure.name === name)!.meta.access
      const may = permissionsOf(role).includes(access)
      if (!may) expect(code).toBe('forbidden')
      else if (!sees(role, entry)) expect(code).toBe('not_found')
      else expect(code).not.toBe('not_found')
    })
  }

  it('finds in lists and searches only what it sees', async () => {
    const browser = callers.get(role)!
    const query = { year: 2026, state: 'all', search: '', after: null, limit: 50 }
    for (const search of ['', 'Сейтқали']) {
      const { output, code } = await callRaw(browser, 'register.journal', { ...query, search })
      const expected = (Object.keys(entries) as (keyof typeof entries)[])
        .filter((entry) => sees(role, entry))
        .map((entry) => entries[entry])
      if (sightOf([role]) === null) expect(code).toBe('forbidden')
      else expect((output as { rows: { id: number }[] }).rows.map(({ id }) => id).sort()).toEqual(expected.sort())
    }
  })
})

it('every procedure that names an entry by its identity is walked', () => {
  const walked = Object.keys(ALL)
  const naming = allProcedures().filter(
    ({ meta, name }) => meta.access !== 'anyone' && /^(register|routing|slips|decisions|filing)\./.test(name),
  )
  const others = [
    'register.register',
    'register.correct',
    'register.journal',
    'register.overview',
    'slips.issue',
    'decisions.toSign',
    'decisions.outgoing',
  ]
  const byTask = [
    'enterPaper',
    'assign',
    'recall',
    'replace',
    'handOver',
    'accept',
    'mark',
    'report',
    'desk',
    'executors',
    'tasks',
    'saveTexts',
  ]
  const known = [...walked, ...others, ...byTask.map((name) => `routing.${name}`)]
  expect(naming.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
})

describe('a confidential entry', () => {
  it('is not to be had as a slip or among the earlier letters either', async () => {
    const { clerk } = test
    const named = test.browser()
    await named.call.session.signIn({ login: 'named', password: PASSWORD })
    const [slip] = await named.call.slips.list({ appealId: entries.confidential })
    expect((await clerk.get(`/files/slips/${slip!.id}.pdf`)).status).toBe(404)
    expect((await clerk.get(`/files/slips/preview/${entries.confidential}.pdf?languages=kk`)).status).toBe(404)
    expect((await named.get(`/files/slips/${slip!.id}.pdf`)).status).toBe(200)
    const { decision, letter } = papers.get(entries.confidential)!
    for (const path of [`draft/${decision}/answer.pdf`, `${letter}.pdf`, `${letter}.docx`]) {
      expect((await clerk.get(`/files/letters/${path}`)).status).toBe(404)
      expect((await named.get(`/files/letters/${path}`)).status).toBe(200)
    }
    const outgoing = { year: 2026, waiting: false, after: null, limit: 50 }
    expect((await clerk.call.decisions.outgoing(outgoing)).rows.map(({ appealId }) => appealId)).not.toContain(
      entries.confidential,
    )
    expect((await named.call.decisions.outgoing(outgoing)).rows.map(({ appealId }) => appealId)).toContain(entries.confidential)
    const { facts } = await named.call.register.card({ id: entries.confidential })
    const letters = await clerk.call.applicants.letters({ applicantId: facts.applicantId! })
    expect(letters.map(({ id }) => id)).not.toContain(entries.confidential)
  })

  it('becomes visible to whom it gives work', async () => {
    const named = test.browser()
    await named.call.session.signIn({ login: 'named', password: PASSWORD })
    const head = callers.get('head')!
    await named.call.register.confine({ id: entries.confidential, version: 3, readers: [ids.get('one-head')!] })
    const executors = [{ personId: ids.get('one-executor')!, responsible: true }]
    const resolution = {
      appealId: entries.confidential,
      version: 4,
      text: 'Қараңыз',
      executors,
      due: '2026-12-18',
      control: false,
    }
    await head.call.routing.resolve(resolution)
    expect((await callers.get('executor')!.call.register.card({ id: entries.confidential })).confidential).toBe(true)
    expect((await callRaw(callers.get('deputy')!, 'register.card', { id: entries.confidential })).code).toBe('not_found')
  })
})
