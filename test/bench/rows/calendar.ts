import { join } from 'node:path'
import { officeWithClerk, register, signedIn } from '../../support/office'
import type { BenchRow } from '../BenchRow'
import { inFolder, median } from '../measure'
import { multiplyEntry } from '../multiply'

const ENTRIES = 10_000
const LIMIT = 2

/** A holiday that appears on 18 December: of ten thousand open entries every one moves. */
const preview: BenchRow = {
  name: 'calendar/preview-10k',
  run: () =>
    inFolder(async (dir) => {
      const test = await officeWithClerk({ dataDir: join(dir, 'office') })
      await register(test.clerk)
      await multiplyEntry(join(test.dataDir, 'kiris.db'), ENTRIES)
      const admin = await signedIn(test, 'admin')
      const { calendar } = await admin.call.office.state()
      const kept = calendar.years.find(({ year }) => year === 2026)!
      const listed = calendar.days.filter(({ date }) => date.startsWith('2026'))
      const days = [...listed, { date: '2026-12-18', kind: 'holiday' as const, name: 'bench' }]
      const change = { kind: 'calendar' as const, based: 0, years: [{ ...kept, days }] }
      const seconds: number[] = []
      for (let round = 0; round < 5; round++) {
        const before = process.cpuUsage()
        const { moved } = await admin.call.deadlines.preview({ change })
        const { user, system } = process.cpuUsage(before)
        if (moved.length !== ENTRIES) throw new Error(`${moved.length} moved`)
        seconds.push((user + system) / 1e6)
      }
      await test.close()
      const value = median(seconds)
      return { value, unit: 'CPU seconds', peer: `${ENTRIES} open entries, all of which move`, limit: LIMIT, ok: value <= LIMIT }
    }),
}

export const rows: BenchRow[] = [preview]
