import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A key of the office; the private half lies in the folder of keys. */
export interface ProofKeyRow {
  id: number
  /** Ed25519, 32 bytes, hex. */
  publicKey: string
  since: string
  replacedAt: string | null
}

export const ProofKeyEntity = new EntitySchema<ProofKeyRow>({
  name: 'ProofKey',
  tableName: 'proof_keys',
  columns: {
    id: column.id,
    publicKey: column.text('public_key'),
    since: column.text(),
    replacedAt: column.nullableText('replaced_at'),
  },
})
