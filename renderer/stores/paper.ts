import type { PaperKind, SlipFormat } from '#shared/contract'
import { api } from '../api/client'
import { ensureFile } from '../api/files'
import { AppFault } from '../api/fault'
import { host } from '../host'
import { usePrinting } from './printing'
import { MOVABLE, type PrintWay, type WayName } from './printWays'
import { useSession } from './session'

/** What is put on paper. */
interface PaperFacts {
  /** Which one, as people call it: a number, a period. Stands in the history. */
  title: string
  /** The entry whose history says that it was printed; none: the office's. */
  entryId?: number | undefined
  /** Instead of the remembered number. */
  copies?: number | undefined
  /** Straight to the remembered printer, if there is one, even where the dialog is usual. */
  straight?: boolean | undefined
}

/** A paper by its kind; slips by their format too, and a test page by the paper it is printed for, with the way that is being tried out. */
export type PrintedPaper = PaperFacts &
  (
    | { kind: Exclude<PaperKind, 'slip' | 'test'> }
    | { kind: 'slip'; format: SlipFormat }
    | { kind: 'test'; name: WayName; way: PrintWay }
  )

/**
 * Prints a PDF of the office, e.g. `/files/slips/12.pdf`, as this workstation remembers it for that kind of paper, and notes that it was printed. A printer that fails or is gone is asked about at once (again, another
 * printer, leave it); left alone counts as `cancelled`. In a browser `printed` means only that the print dialog was shown. Nothing is ever undone by a failed print. Errors: those of `ensureFile`.
 */
export async function printPaper(path: string, paper: PrintedPaper): Promise<'printed' | 'cancelled'> {
  const printing = usePrinting()
  const name = wayNameOf(paper)
  let way = paper.kind === 'test' ? paper.way : printing.wayOf(name)
  if (paper.copies !== undefined) way = { ...way, copies: paper.copies }
  const moved = movedBy(path, name, way)
  await ensureFile(moved)
  for (;;) {
    const job = { name, title: paper.title, way }
    const outcome = await attempt(moved, job, paper.straight ?? false)
    if (outcome === 'printed') void note(paper, host.platform === 'browser' ? null : way.copies)
    if (outcome === 'printed' || outcome === 'cancelled') return outcome
    if (printing.desks === 0) throw new AppFault('internal')
    const next = await printing.ask(job, outcome === 'no_printer')
    if (!next.again) return 'cancelled'
    way = { ...way, printer: next.printer }
  }
}

/** Saves a document of the office (PDF, CSV, iCalendar) as a file of that name. Errors: those of `ensureFile`, and the host's own. */
export async function savePaper(path: string, suggestedName: string): Promise<'saved' | 'cancelled'> {
  await ensureFile(path)
  return host.saveFile(path, suggestedName)
}

function wayNameOf(paper: PrintedPaper): WayName {
  if (paper.kind === 'test') return paper.name
  return paper.kind === 'slip' ? `slip.${paper.format}` : paper.kind
}

type Outcome = 'printed' | 'cancelled' | 'no_printer' | 'failed'

async function attempt(path: string, job: { name: WayName; title: string; way: PrintWay }, straight: boolean): Promise<Outcome> {
  const printing = usePrinting()
  const { printer, copies, sides } = job.way
  printing.job = job
  try {
    const silent = printer !== '' && (straight || job.way.straight)
    return await host.printPdf(path, { deviceName: printer, copies, duplexMode: sides, silent })
  } catch (thrown) {
    return thrown instanceof Error && thrown.message === 'no_printer' ? 'no_printer' : 'failed'
  } finally {
    printing.job = null
  }
}

function movedBy(path: string, name: WayName, { dx, dy }: PrintWay): string {
  if (!MOVABLE.has(name) || (dx === 0 && dy === 0)) return path
  return `${path}${path.includes('?') ? '&' : '?'}dx=${dx}&dy=${dy}`
}

/** That the paper is out cannot be taken back, so a note that does not arrive changes nothing. A test page is no paper of the office. */
async function note({ kind, title, entryId }: PrintedPaper, copies: number | null): Promise<void> {
  if (kind === 'test' || !useSession().may('papers.print')) return
  await api.papers.printed({ paper: kind, entryId: entryId ?? null, title: title.slice(0, 200), copies }).catch(() => undefined)
}
