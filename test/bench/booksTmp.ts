import { rows } from './rows/books'
const row = rows.find((one) => one.name === process.argv[2])!
console.log(JSON.stringify(await row.run()))
process.exit(0)
