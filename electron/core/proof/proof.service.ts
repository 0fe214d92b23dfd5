import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProofKey, ProofVerdict, StatedBySlip } from '#shared/contract'
import {
  checkWords,
  judgeSlipCode,
  keyMarkOf,
  registrationDay,
  searchWords,
  slipCode,
  slipRecordBytes,
  type ReadSlipCode,
} from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { Logger } from 'pino'
import type { SignedIn, WriteCall } from '../call'
import type { Database } from '../db/database'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import type { KeyStore } from '../office'
import type { Register } from '../register/register.service'
import type { Settings } from '../settings/settings.service'
import { slipDigest } from './canonical'
import { KeyFolder } from './keyFolder'
import { fits, OfficeKeys, signatureOf, type MadeKey } from './officeKeys'
import type { ProofKeyRow } from './ProofKey.entity'

/** What a proof needs to know of a slip; whatever else is on it goes into the digest too. */
export interface Provable {
  copy: number
  number: string
  registeredOn: string
  registeredAt: string
  term: { deadline: string }
  acceptedBy: { name: string }
}

/** By what a slip proves itself: its code, the words for the telephone, and the salt of the digest (hex), which is never printed. */
export interface Seal {
  code: string
  words: readonly string[]
  salt: string
}

/** What an office is opened with, as far as proofs go. */
interface ProofOptions {
  db: Database
  register: Register
  settings: Settings
  timeZone: string
  dataDir: string
  resourcesDir: string
  keyStore?: KeyStore | undefined
  log: Logger
  /** Now, UTC. */
  at: string
}

/** What the register keeps of a printed slip. */
type KeptSlip = Provable & { proof?: Seal }

/** Name of the folder in the data folder where the private keys lie. */
export const KEYS_FOLDER = 'keys'

/** Slips that prove themselves (Code 350-VI art. 64(2): a slip with a number of its own). */
export class Proof {
  private constructor(
    private readonly parts: Pick<ProofOptions, 'register' | 'settings' | 'timeZone'>,
    private readonly officeKeys: OfficeKeys,
    private readonly words256: readonly string[],
    private readonly log: Logger,
  ) {}

  /** Reads the office's key, or makes its first. A key that cannot be read stops nothing. Errors: the file system's, when the words of the program itself are missing. */
  static async open({ db, dataDir, resourcesDir, keyStore, log, at, ...parts }: ProofOptions): Promise<Proof> {
    const words = JSON.parse(await readFile(join(resourcesDir, 'data', 'check-words.json'), 'utf8')) as string[]
    const keys = new OfficeKeys(new KeyFolder(join(dataDir, KEYS_FOLDER), keyStore), log)
    await keys.prepare(db, at)
    return new Proof(parts, keys, words, log)
  }

  /** Signs what a slip shows; writes nothing. `null` while the key cannot be read: a slip is handed out all the same. */
  async seal(_view: View, facts: Provable): Promise<Seal | null> {
    const key = this.officeKeys.current
    if (!key) return null
    try {
      const salt = randomBytes(16).toString('hex')
      const signed = slipRecordBytes({
        ...{ keyId: key.id, keyMark: keyMarkOf(key.publicKey), digest: slipDigest(facts, salt) },
        ...{ number: facts.number, copy: facts.copy, registeredOn: facts.registeredOn, registeredAt: facts.registeredAt },
        ...{ deadline: facts.term.deadline, receiver: facts.acceptedBy.name },
      })
      const signature = signatureOf(signed, key.privateKey)
      return { code: slipCode(signed, signature), words: this.#wordsOf(signature), salt }
    } catch (error) {
      // A date from before 2000 has no place in the code; the letter is accepted all the same (art. 64: refusal is forbidden).
      if (!(error instanceof RangeError)) throw error
      this.log.warn({ number: facts.number }, 'a slip could not be signed')
      return null
    }
  }

  /** What is to be thought of a code, what it states, the entry it belongs to if the caller may see it, and whether the slip the register keeps is still the one that was printed. */
  async check(view: View, caller: SignedIn, typed: string): Promise<CheckedSlip> {
    const { verdict, code } = judgeSlipCode(typed, await this.#all(view), fits)
    const stated = code && statedBy(code)
    const entry = code && verdict === 'genuine' ? await this.parts.register.byNumber(view, caller, code.record.number) : null
    if (!code || !entry) return { verdict, stated, entry: null, kept: null }
    const { id, number, status, registeredOn, deadline } = entry
    const kept = (await this.#slips(view, id)).find(({ copy }) => copy === code.record.copy)
    return {
      ...{ verdict, stated, entry: { id, number, status, registeredOn, deadline, words: this.#wordsOf(code.signature) } },
      kept: kept ? slipDigest(kept, kept.proof?.salt ?? '') === code.record.digest : null,
    }
  }

  /** Whether three words are those of a slip of that number, and of which copy: case, commas and Kazakh letters typed in Russian do not count, the order does. Errors: `not_found`. */
  async checkWords(view: View, caller: SignedIn, asked: { number: string; words: string }) {
    const entry = await this.parts.register.byNumber(view, caller, asked.number.normalize('NFC').trim())
    if (!entry) throw new Refusal('not_found')
    const spoken = searchWords(asked.words).join(' ')
    const keys = await this.#all(view)
    const fitting = (await this.#slips(view, entry.id)).find(({ number, copy, proof }) => {
      // Judged by the signature, not by the words beside it: a row may have been written by hand.
      const { verdict, code } = judgeSlipCode(proof?.code ?? '', keys, fits)
      if (verdict !== 'genuine' || code?.record.number !== number || code.record.copy !== copy) return false
      return searchWords(this.#wordsOf(code.signature).join(' ')).join(' ') === spoken
    })
    return { genuine: fitting !== undefined, copy: fitting?.copy ?? null, id: entry.id }
  }

  /** The office's keys, newest first, and whether the newest can sign. */
  async keys(view: View): Promise<{ keys: ProofKey[]; usable: boolean }> {
    const keys = await this.#all(view)
    return { keys, usable: keys[0] !== undefined && this.officeKeys.current?.id === keys[0].id }
  }

  /** Makes a pair for `replace`, outside the unit of work. Errors: `storage.*`. */
  makeKey(): Promise<MadeKey> {
    return this.officeKeys.make()
  }

  /** Puts a made key in the place of the one before. Errors: `storage.*`. */
  async replace(call: WriteCall, made: MadeKey): Promise<{ keys: ProofKey[]; usable: boolean }> {
    const id = await this.officeKeys.enter(call.work, made, call.at)
    call.tell('proofKey', id, { key: id, publicKey: made.publicKey })
    return { keys: await this.#all(call.work), usable: true }
  }

  /** After the commit: signs with the new key, forgets the old one. */
  adopt(made: MadeKey, id: number): void {
    this.officeKeys.adopt(made, id)
  }

  async #all(view: View): Promise<ProofKey[]> {
    const keys = await this.officeKeys.all(view)
    // Before the office is set up no key was replaced.
    const office = keys.length > 1 ? await this.parts.settings.opened(view) : null
    const lastDay = ({ replacedAt }: ProofKeyRow): string | null => {
      if (replacedAt === null || !office) return null
      return registrationDay(localMoment(replacedAt, this.parts.timeZone), office.rules.dayEnds, office.calendar).date
    }
    return keys.map((key) => ({ ...key, validTo: lastDay(key) }))
  }

  #wordsOf(signature: Uint8Array): string[] {
    return checkWords(createHash('sha256').update(signature).digest(), this.words256)
  }

  async #slips(view: View, appealId: number): Promise<KeptSlip[]> {
    const rows = await view.rows<{ facts: string }>('SELECT facts FROM slips WHERE appeal_id = ? ORDER BY copy', [appealId])
    return rows.map(({ facts }) => JSON.parse(facts) as KeptSlip)
  }
}

/** The answer to a checked code. */
interface CheckedSlip {
  verdict: ProofVerdict
  stated: StatedBySlip | null
  entry: { id: number; number: string; status: string; registeredOn: string; deadline: string; words: string[] } | null
  kept: boolean | null
}

function statedBy({ record }: ReadSlipCode): StatedBySlip {
  const { number, copy, registeredOn, registeredAt, deadline, receiver } = record
  return { number, copy, registeredOn, registeredAt, deadline, receiver }
}
