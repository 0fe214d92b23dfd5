import { rows as attachments } from './rows/attachments'
import { rows as books } from './rows/books'
import { rows as calendar } from './rows/calendar'
import { rows as desk } from './rows/desk'
import { rows as events } from './rows/events'
import { rows as journal } from './rows/journal'
import { rows as registration } from './rows/registration'
import { rows as renderer } from './rows/renderer'
import { rows as slip } from './rows/slip'
import { rows as terms } from './rows/terms'

/** All rows, in the order of the table. */
const rows = [
  ...registration,
  ...slip,
  ...journal,
  ...books,
  ...calendar,
  ...desk,
  ...events,
  ...terms,
  ...renderer,
  ...attachments,
]

const [asked] = process.argv.slice(2)
if (asked === '--list') console.log(JSON.stringify(rows.map((row) => row.name)))
else {
  const row = rows.find(({ name }) => name === asked)
  if (!row) throw new Error(`no row ${asked}`)
  console.log(JSON.stringify({ name: row.name, ...(await row.run()) }))
  process.exit(0)
}
