import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pdf, picture, stage } from '../support/attachments'
import { register, type TestBrowser, type TestOffice } from '../support/office'
import type { Scenario } from './Scenario'

/** Calls of files. `desk`: somebody with every role. */
export function attachmentsScenarios(test: () => TestOffice, desk: () => TestBrowser): Record<string, Scenario> {
  let one = 0
  const token = async () => (await stage(test(), desk(), 'хат.pdf', pdf(`хат ${++one}`))).token
  const files = async () => [{ token: await token(), role: 'letter' as const }]
  const entry = async () => ({ id: (await register(desk())).id })
  const voided = async () => {
    const { id } = await entry()
    await desk().call.register.void({ id, version: 1, reason: 'қате' })
    return { id }
  }
  async function attached() {
    const [file] = await desk().call.attachments.attach({ ...(await entry()), files: await files() })
    return { attachmentId: file!.id }
  }
  async function withdrawn() {
    const file = await attached()
    await desk().call.attachments.withdraw({ ...file, reason: 'қате файл' })
    return file
  }
  /** A file in the scanner's folder, which is set in the office. */
  async function scanned() {
    const folder = join(test().dataDir, 'scans')
    mkdirSync(folder, { recursive: true })
    const { version, details, rules } = await desk().call.office.state()
    if (rules.scanFolder !== folder)
      await desk().call.office.change({ version, details, rules: { ...rules, scanFolder: folder } })
    const name = `скан ${++one}.pdf`
    writeFileSync(join(folder, name), pdf(name))
    return { name }
  }
  return {
    'attachments.setRole': {
      good: async () => ({ token: await token(), role: 'annex' }),
      refused: async () => ({ token: 'бос', role: 'annex' }),
    },
    'attachments.discard': { good: async () => ({ token: await token() }), refused: async () => null },
    'attachments.takeScan': { good: scanned, refused: async () => ({ name: '../kiris.db' }) },
    'attachments.attach': {
      good: async () => ({ ...(await entry()), files: await files() }),
      refused: async () => ({ ...(await voided()), files: await files() }),
    },
    'attachments.withdraw': {
      good: async () => ({ ...(await attached()), reason: 'қате файл' }),
      refused: async () => ({ ...(await withdrawn()), reason: 'тағы да' }),
    },
    'attachments.stamp': {
      good: async () => ({ ...(await attached()), place: null, russian: true }),
      refused: async () => ({ ...(await withdrawn()), place: null, russian: true }),
    },
  }
}

/** Input of the reading calls that need a file. `desk`: somebody who may attach. */
export async function attachmentsReads(test: TestOffice, desk: TestBrowser): Promise<Record<string, object>> {
  const { id } = await register(desk)
  const { token } = await stage(test, desk, 'сурет.png', await picture().png().toBuffer())
  const [file] = await desk.call.attachments.attach({ id, files: [{ token, role: 'letter' }] })
  return { 'attachments.staged': { tokens: [] }, 'attachments.pageSize': { attachmentId: file!.id, page: 1 } }
}
