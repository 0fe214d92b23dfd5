import { useJournal } from '../../stores/journal'

/** How the chosen line moves by keys. `page`: whole lines in sight; `reveal` brings a line (its place) into sight. */
export function useLedgerKeys({ page, reveal, open }: { page: () => number; reveal: (index: number) => void; open: () => void }) {
  const journal = useJournal()

  function place(): number {
    return journal.chosen === null ? -1 : journal.indexOf(journal.chosen)
  }

  function moveTo(index: number): void {
    if (journal.count === 0) return
    const at = Math.min(Math.max(index, 0), journal.count - 1)
    journal.chosen = journal.seqAt(at)
    reveal(at)
  }

  async function toEnd(): Promise<void> {
    const { view } = journal
    await journal.needEnd()
    // Reading on to the end can take a while; who has gone elsewhere meanwhile stays there.
    if (journal.view === view) moveTo(journal.count - 1)
  }

  const keys: Record<string, () => void> = {
    ArrowDown: () => moveTo(place() + 1),
    ArrowUp: () => moveTo(place() - 1),
    PageDown: () => moveTo(place() + page()),
    PageUp: () => moveTo(place() - page()),
    Home: () => moveTo(0),
    End: () => void toEnd(),
    Enter: open,
    NumpadEnter: open,
  }

  function onKeydown(event: KeyboardEvent): void {
    const run = keys[event.code]
    if (!run || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.target !== event.currentTarget) return
    event.preventDefault()
    run()
  }

  return { onKeydown, moveTo, place }
}
