import { inspectPdf } from '#core/attachments/pdf/inspectPdf'

/** A process of its own that inspects one file and says how much its memory grew meanwhile (MB over what it had with a small file), and for how long its thread did nothing else (ms). */
const [file = '', small = ''] = process.argv.slice(2)
await inspectPdf(small)
const base = process.memoryUsage().rss
let blocked = 0
let last = performance.now()
const watch = setInterval(() => {
  const now = performance.now()
  blocked = Math.max(blocked, now - last)
  last = now
}, 1)

const seen = await inspectPdf(file)

blocked = Math.max(blocked, performance.now() - last)
clearInterval(watch)
// The system's own figure knows every peak; in kB.
const grown = (process.resourceUsage().maxRSS * 1024 - base) / 1024 / 1024
process.stdout.write(JSON.stringify({ seen, grown, blocked }))
