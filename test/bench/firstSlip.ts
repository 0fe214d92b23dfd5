// Makes one slip in a process of its own and prints the CPU seconds that the process has used since it began.
import { renderSlip, slipFacts } from '../documents/slipFixtures'

const pdf = await renderSlip(slipFacts())
if (Buffer.from(pdf.subarray(0, 5)).toString() !== '%PDF-') throw new Error('no PDF')
const { user, system } = process.cpuUsage()
console.log((user + system) / 1e6)
