import type { ErrorCode, ErrorParams, FieldCode, FieldFault } from '#shared/contract'

/** A refusal that the user understands. Thrown by services; the handler turns it into an answer with the same code, the screen into a text. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly fields: FieldFault[] = [],
  ) {
    super(code)
  }
}

/** A refusal of one field of the input. */
export function refuseField(path: string, code: FieldCode, params: ErrorParams = {}): Refusal {
  return new Refusal('invalid_input', {}, [{ path, code, params }])
}
