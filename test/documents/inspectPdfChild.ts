import { inspectPdf } from '#core/attachments/pdf/inspectPdf'

/** A process of its own that inspects one file and says how much its memory grew meanwhile (MB over what it had with a small file). */
const [file = '', small = ''] = process.argv.slice(2)
inspectPdf(small)
const base = process.memoryUsage().rss
const seen = inspectPdf(file)
// The system's own figure knows every peak; in kB.
const grown = (process.resourceUsage().maxRSS * 1024 - base) / 1024 / 1024
process.stdout.write(JSON.stringify({ seen, grown }))
