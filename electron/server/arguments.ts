import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** What the command line asks of the Node host. */
export interface ServerArguments {
  demo: boolean
  data: string | undefined
  port: number
  host: string
  open: boolean
  help: boolean
}

/** An argument that is not understood. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument'
}

/** Reads the command line. Port 0 means a free one. Throws `BadArgument` with the argument as its message. */
export function readArguments(given: string[]): ServerArguments {
  const flag = { type: 'boolean', default: false } as const
  const text = { type: 'string' } as const
  let values
  try {
    const options = { demo: flag, data: text, port: text, host: text, 'no-open': flag, browser: flag, help: flag }
    values = parseArgs({ args: given, options, strict: true }).values
  } catch (error) {
    throw new BadArgument(error instanceof Error ? (/'(--?[^']+)'/.exec(error.message)?.[1] ?? given.join(' ')) : '', {
      cause: error,
    })
  }
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new BadArgument(`--port ${values.port}`)
  if (values.data === '') throw new BadArgument('--data')
  return {
    demo: values.demo,
    data: values.data,
    port,
    host: values.host ?? '127.0.0.1',
    open: !values['no-open'],
    help: values.help,
  }
}

/** Folder of the register where none is named: where the system keeps a program's data. */
export function defaultDataDir(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? homedir(), 'Kiris', 'office')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Kiris', 'office')
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'kiris', 'office')
}
