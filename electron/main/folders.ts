import { app } from 'electron'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asked } from './commandLine'
import { usualDataDir } from './usualDataDir'

/**
 * Chooses the folder of the register and gives Electron's own files a folder to match: the lock that lets the program run once belongs to that folder, so it is once per
 * register. A demonstration is temporary: it never meets the real register and is gone when the program ends.
 */
export function chooseDataDir(asked: Asked): string {
  const named = asked.dataDir ?? (asked.demo ? temporaryFolder() : undefined)
  if (named === undefined) return usualDataDir(process.platform, app.getPath('userData'))
  const profile = join(named, 'window')
  try {
    mkdirSync(profile, { recursive: true })
    app.setPath('userData', profile)
  } catch {
    // A folder that cannot be written is told in a window, when the office in it does not open.
  }
  return named
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiris-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
