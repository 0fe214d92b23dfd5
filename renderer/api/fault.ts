import { ORPCError } from '@orpc/client'
import type { ErrorCode, ErrorParams, FieldFault } from '#shared/contract'

/** Codes a screen can meet: those of the contract, and the two only a client knows. */
export type FaultCode = ErrorCode | 'host.unreachable' | 'attachments.unreadable'

/** Every failure of a call, in one shape. Its text is chosen by `useFaultText`. */
export class AppFault extends Error {
  /**
   * @param code what happened
   * @param params values for the placeholders of its text
   * @param fields fields that were not accepted (`invalid_input`)
   * @param reference the mark under which an unknown error stands in the log (`internal`)
   */
  constructor(
    readonly code: FaultCode,
    readonly params: ErrorParams = {},
    readonly fields: readonly FieldFault[] = [],
    readonly reference?: string,
  ) {
    super(code)
    this.name = 'AppFault'
  }
}

interface FaultData {
  params?: ErrorParams
  fields?: FieldFault[]
  reference?: string
}

/** Makes the one shape of anything a call can throw. A failed `fetch` is a `TypeError`: the host was not reached. */
export function toFault(thrown: unknown): AppFault {
  if (thrown instanceof AppFault) return thrown
  if (thrown instanceof ORPCError) {
    const data = (thrown.data ?? {}) as FaultData
    return new AppFault(thrown.code as ErrorCode, data.params, data.fields, data.reference)
  }
  return new AppFault(thrown instanceof TypeError ? 'host.unreachable' : 'internal')
}

/** Whether the caller itself gave the call up; that is no failure and is handed on as it is. */
export function isAborted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}
