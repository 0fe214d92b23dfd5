import { z } from 'zod'
import { id } from './fields'
import { reads, writes } from './procedure'

/** What a slip states of itself in its code; nothing personal beyond the number. Dates local, `registeredAt` and `printedAt` local times (`registeredAt` may be empty). */
const stated = z.object({
  number: z.string(),
  copy: z.number(),
  registeredOn: z.string(),
  registeredAt: z.string(),
  deadline: z.string(),
  /** Who accepted the letter. */
  receiver: z.string(),
})
export type StatedBySlip = z.infer<typeof stated>

/**
 * `genuine`: signed by the office; `forged`: the signature does not fit, or its key was replaced before the slip's day of registration; `unknownKey`: signed with a key that is not this office's; `unreadable`: no code of a slip at all.
 */
export const PROOF_VERDICTS = ['genuine', 'forged', 'unknownKey', 'unreadable'] as const
export type ProofVerdict = (typeof PROOF_VERDICTS)[number]

const proofKey = z.object({
  /** As it stands in the codes. */
  id,
  /** Ed25519, 32 bytes, hex. */
  publicKey: z.string(),
  since: z.string(),
  replacedAt: z.string().nullable(),
  /**
   * The last day of registration, local, that a slip signed with it may bear: that of a letter which came at the moment of its replacement (after hours the next working day, Code 350-VI art. 64(3)). `null`
   * while it is in use.
   */
  validTo: z.string().nullable(),
})
export type ProofKey = z.infer<typeof proofKey>
const keys = z.object({ keys: z.array(proofKey), usable: z.boolean() })

export const proof = {
  /** Checks the code of a slip as it was scanned or typed: digits; spaces and line breaks do not count. `entry`: the slip it belongs to, where the caller may see it, and whether the register still says what it says. */
  check: reads('register.read')
    .input(z.object({ code: z.string().max(2_000) }))
    .output(
      z.object({
        verdict: z.enum(PROOF_VERDICTS),
        stated: stated.nullable(),
        entry: z
          .object({
            id,
            number: z.string(),
            status: z.string(),
            registeredOn: z.string(),
            deadline: z.string(),
            words: z.array(z.string()),
          })
          .nullable(),
        /** Whether the digest on the slip is that of the slip the register keeps; `null` where it keeps none the caller may see: beside an `entry` this means that the office never handed out such a copy. */
        kept: z.boolean().nullable(),
      }),
    ),
  /** Checks the three words that somebody reads out over the telephone, against every slip of that number. Errors: `not_found`. */
  words: reads('register.read')
    .input(z.object({ number: z.string().max(60), words: z.string().max(200) }))
    .output(z.object({ genuine: z.boolean(), copy: z.number().nullable(), id })),
  /** Keys of the office, newest first, and whether the newest can sign: otherwise slips are printed without a code until the administrator replaces it. */
  keys: reads('office.read').output(keys),
  /** Makes a new key; slips registered until then and signed with the old one stay valid. Errors: `storage.*`. */
  replaceKey: writes('office.manage', 'proofKey.replaced').output(keys),
}
