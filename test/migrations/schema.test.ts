import { migrate } from '#core/db/migrate'
import { ENTITIES } from '#core/entities'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../support/raw'

const dataDir = mkdtempSync(join(tmpdir(), 'kiris-schema-'))
beforeAll(() => migrate(join(dataDir, 'kiris.db'), '2026-12-11T06:08:00.000Z'))
afterAll(() => rmSync(dataDir, { recursive: true }))

/** A column as the file has it. */
interface StoredColumn {
  name: string
  type: string
  notnull: 0 | 1
  pk: number
}

/** How the kinds of entity columns are stored. */
const STORED_AS: Record<string, string> = { text: 'TEXT', integer: 'INTEGER', boolean: 'INTEGER', 'simple-json': 'TEXT' }
/** Tables that are written by statements only: numbers, readers of confidential entries, typical resolutions, and the search indexes. */
const WITHOUT_ENTITY = ['appeal_readers', 'appeals_search', 'applicants_search', 'counters', 'typical_resolutions']

const names = (type: string): Promise<string[]> =>
  rowsOf<{ name: string }>(
    { dataDir },
    `SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    [type],
  ).then((rows) => rows.map(({ name }) => name))

describe('the schema that the migrations make', () => {
  it('has a table for every entity and no other', async () => {
    const tables = (await names('table')).filter((name) => !/_search_(config|data|docsize|idx|content)$/.test(name))
    const entities = ENTITIES.map(({ options }) => options.tableName!)
    expect(tables.sort()).toEqual([...entities, ...WITHOUT_ENTITY].sort())
  })

  it.each(ENTITIES.map(({ options }) => [options.tableName!, options] as const))(
    '%s has the columns of its entity',
    async (table, options) => {
      const stored = await rowsOf<StoredColumn>({ dataDir }, `SELECT name, type, "notnull", pk FROM pragma_table_info(?)`, [
        table,
      ])
      const expected = Object.entries(options.columns).map(([property, column]) => {
        if (!column) throw new Error(property)
        return {
          name: column.name ?? property,
          type: STORED_AS[String(column.type)],
          nullable: column.nullable === true,
          key: column.primary === true,
        }
      })
      const found = stored.map(({ name, type, notnull, pk }) => ({
        name,
        type,
        nullable: notnull === 0 && pk === 0,
        key: pk > 0,
      }))
      const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)
      expect(found.sort(byName)).toEqual(expected.sort(byName))
    },
  )

  it('lets every table take only the types it names', async () => {
    const loose = await rowsOf(
      { dataDir },
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name <> 'sqlite_schema'",
    )
    expect(loose).toEqual([])
  })

  it('has these triggers, by name', async () => {
    expect(await names('trigger')).toEqual([
      'absences_no_delete',
      'agreements_keep',
      'agreements_no_delete',
      'appeals_keep_registration',
      'appeals_no_delete',
      'appeals_version',
      'appeals_void_is_final',
      'attachments_keep',
      'attachments_no_delete',
      'bodies_no_delete',
      'cases_no_delete',
      'closings_keep',
      'closings_no_delete',
      'counters_forward',
      'counters_no_delete',
      'decisions_keep',
      'decisions_no_delete',
      'departments_no_delete',
      'events_no_delete',
      'events_no_update',
      'letters_keep',
      'letters_no_delete',
      'paper_moves_keep',
      'paper_moves_no_delete',
      'people_no_delete',
      'proof_keys_keep',
      'proof_keys_no_delete',
      'resolutions_keep',
      'resolutions_no_delete',
      'slips_no_delete',
      'slips_no_update',
      'tasks_keep',
      'tasks_no_delete',
      'term_rules_no_delete',
      'term_rules_no_update',
    ])
  })

  it('has these indexes, by name', async () => {
    expect(await names('index')).toEqual([
      'absences_person',
      'agreements_decision',
      'appeals_applicant',
      'appeals_attached',
      'appeals_controlled',
      'appeals_number',
      'appeals_open',
      'appeals_open_deadline',
      'appeals_registered_on',
      'appeals_voided',
      'appeals_waiting',
      'applicants_identifier',
      'attachments_appeal',
      'attachments_content',
      'decisions_appeal',
      'decisions_open',
      'decisions_submitted',
      'events_subject',
      'letters_appeal',
      'letters_signed_on',
      'letters_waiting',
      'paper_moves_out',
      'resolutions_appeal',
      'tasks_appeal',
      'tasks_department',
      'tasks_person_open',
      'tasks_replaces',
      'tasks_resolution',
    ])
  })

  it('is marked as ours', async () => {
    const [id] = await rowsOf<{ application_id: number }>({ dataDir }, 'PRAGMA application_id')
    expect(Buffer.from(id!.application_id.toString(16), 'hex').toString()).toBe('KIRI')
  })
})
