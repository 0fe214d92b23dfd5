import { inspectPdf } from '#core/attachments/pdf/inspectPdf'
import { makeStampedCopy } from './stampedCopy'
import { useFonts } from '#core/paper/fonts'
import type { StampFacts } from '#core/slips/stampDocument'
import type { FileKind } from '#shared/contract'

/** A process of its own that inspects and stamps one file and says how much its memory grew meanwhile, in MB over what it had with the program and a small file. */
const [source = '', kind = '', target = '', small = '', fonts = '', facts = ''] = process.argv.slice(2)
useFonts(fonts)
const copy = { kind: kind as FileKind, target, place: null, russian: false, facts: JSON.parse(facts) as StampFacts }

inspectPdf(small)
await makeStampedCopy({ ...copy, kind: 'pdf', source: small })
const base = process.memoryUsage().rss
let most = base
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)

const seen = kind === 'pdf' ? inspectPdf(source) : null
const { pages } = await makeStampedCopy({ ...copy, source })

clearInterval(watch)
// The system's own figure knows every peak, also those between two looks; in kB.
most = Math.max(most, process.resourceUsage().maxRSS * 1024)
process.stdout.write(JSON.stringify({ seen, pages, grown: (most - base) / 1024 / 1024 }))
