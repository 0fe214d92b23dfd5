import { ref, shallowRef } from 'vue'
import type { Scan } from '#shared/contract'
import { api } from '../../api/client'
import { useChanged } from '../../stores/changes'

/** What lies in the scanner's folder, newest first, as it is now; `fresh`: one that came while the screen was open and was not taken yet. */
export function useScans() {
  const folder = ref<'none' | 'there' | 'unreadable'>('none')
  const scans = shallowRef<readonly Scan[]>([])
  const fresh = shallowRef<Scan | null>(null)
  let known: Set<string> | null = null

  async function look(): Promise<void> {
    const found = await api.attachments.scans()
    const before = known
    known = new Set(found.scans.map(markOf))
    folder.value = found.folder
    scans.value = found.scans
    const [newest] = found.scans
    if (before && newest && !before.has(markOf(newest))) fresh.value = newest
    else if (fresh.value && !known.has(markOf(fresh.value))) fresh.value = null
  }

  /** Takes a scan off the list at once; the office says the same a moment later. */
  function taken(scan: Scan): void {
    scans.value = scans.value.filter((one) => one !== scan)
    if (fresh.value && markOf(fresh.value) === markOf(scan)) fresh.value = null
  }

  useChanged(['scan', 'office'], look)
  return { folder, scans, fresh, look, taken }
}

const markOf = ({ name, bytes, changedAt }: Scan): string => `${name}/${bytes}/${changedAt}`
