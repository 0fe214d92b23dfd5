import { PlainSqlite } from './plainSqlite'

/** Multiplies the one real entry of a register to many, with numbers of their own. */
export async function multiplyEntry(file: string, entries: number): Promise<void> {
  const database = await PlainSqlite.open(file)
  const columns = await database.all<{ name: string }>(
    "SELECT name FROM pragma_table_info('appeals') WHERE name NOT IN ('id', 'seq', 'request_id')",
  )
  const names = columns.map((column) => column.name).join(', ')
  await database.execute(
    `WITH RECURSIVE n (value) AS (VALUES (2) UNION ALL SELECT value + 1 FROM n WHERE value < ${entries})
     INSERT INTO appeals (seq, request_id, ${names})
     SELECT n.value, 'bench-' || n.value, ${names} FROM n, appeals WHERE appeals.seq = 1;
     ANALYZE`,
  )
  await database.close()
}
