import { storageFault } from './driverErrors'

/** Why an office could not be opened. The host shows the text `errors.office.<code>` in the user's language. */
export type OfficeErrorCode =
  'locked' | 'newer_version' | 'damaged' | 'read_only' | 'full' | 'migration_failed' | 'no_register' | 'older_version'

/** The office in a data folder cannot be opened. `params` fill the placeholders of the text (`holder`, `since`, `file`, `copy` …). */
export class OfficeError extends Error {
  override readonly name = 'OfficeError'

  constructor(
    readonly code: OfficeErrorCode,
    readonly params: Record<string, string> = {},
    options?: ErrorOptions,
  ) {
    super(`office: ${code}`, options)
  }
}

/** A fault of the disk or the file as an `OfficeError` that names `file`; any other error as it is. */
export function asOfficeError(error: unknown, file: string): unknown {
  if (error instanceof OfficeError) return error
  const fault = storageFault(error)
  if (fault === 'full' || fault === 'read_only' || fault === 'damaged') return new OfficeError(fault, { file }, { cause: error })
  return error
}
