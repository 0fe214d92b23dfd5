export type { FaultCode, NoteCode, RowFault } from './findings'
export { readYearFile, type ReadYear } from './readYearFile'
export { writeYearCsv } from './writeYearCsv'
export { writeYearIcs } from './writeYearIcs'
