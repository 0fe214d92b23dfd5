import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the program was asked for when it was started. */
export interface Asked {
  /** Absolute folder of the register, when another than the usual one was named. */
  dataDir: string | undefined
  demo: boolean
}

/** Reads the arguments of the process. Chromium's own switches, and whatever else is not ours, are passed over. */
export function readCommandLine(args: readonly string[], workingDir = process.cwd()): Asked {
  const options = { data: { type: 'string' }, demo: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options, strict: false })
  const dataDir = typeof values.data === 'string' && values.data !== '' ? resolve(workingDir, values.data) : undefined
  return { dataDir, demo: values.demo === true }
}
