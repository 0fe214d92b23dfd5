import { Connection } from '#core/db/driver'
import { REGISTER_FILE } from '#core/dataFolder'
import { join } from 'node:path'
import type { TestOffice } from './office'

/** Works on the register's file behind the program's back, as an intruder or a faulty disk would. */
export async function behindTheBack<Result>(
  { dataDir }: Pick<TestOffice, 'dataDir'>,
  run: (db: Connection) => Promise<Result>,
): Promise<Result> {
  const db = await Connection.open(join(dataDir, REGISTER_FILE))
  try {
    return await run(db)
  } finally {
    await db.close()
  }
}

/** Rows of one query on the register's file. */
export function rowsOf<Row>(test: Pick<TestOffice, 'dataDir'>, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return behindTheBack(test, (db) => db.rows<Row>(sql, parameters))
}

/** Everything that is committed, table by table: two equal contents mean that nothing was written in between. */
export function contentOf(test: Pick<TestOffice, 'dataDir'>): Promise<Record<string, unknown[]>> {
  return behindTheBack(test, async (db) => {
    const tables = await db.rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    const content: Record<string, unknown[]> = {}
    for (const { name } of tables) content[name] = await db.rows(`SELECT * FROM "${name}"`)
    return content
  })
}

/** Events of the history, oldest first. */
export function eventsOf(test: Pick<TestOffice, 'dataDir'>): Promise<{ id: number; action: string; actor: string }[]> {
  return rowsOf(test, 'SELECT id, action, actor FROM events ORDER BY id')
}
