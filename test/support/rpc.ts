import { contract, type ErrorCode, type FieldFault, type ProcedureMeta } from '#shared/contract'
import { isContractProcedure } from '@orpc/contract'
import type { TestBrowser } from './office'

/** One procedure of the contract, as the handler looks it up. */
export interface ListedProcedure {
  /** `register.void` */
  name: string
  /** `/rpc/register/void` */
  path: string
  meta: ProcedureMeta
  takesInput: boolean
}

/** Every procedure of the contract, found by walking it, so that none can be forgotten. */
export function allProcedures(branch: object = contract, names: string[] = []): ListedProcedure[] {
  return Object.entries(branch).flatMap(([name, node]: [string, unknown]) => {
    const path = [...names, name]
    if (!isContractProcedure(node)) return allProcedures(node as object, path)
    const { meta, inputSchema } = node['~orpc'] as { meta: ProcedureMeta; inputSchema?: object }
    return [
      {
        name: path.join('.'),
        path: `/rpc/${path.join('/')}`,
        meta,
        takesInput: inputSchema !== undefined,
      },
    ]
  })
}

/** The procedure of that name. */
export function procedure(name: string): ListedProcedure {
  const found = allProcedures().find((one) => one.name === name)
  if (!found) throw new Error(`no procedure ${name}`)
  return found
}

/** What came back, unparsed enough to see everything that a stranger would see. */
export interface RawAnswer {
  status: number
  headers: Headers
  text: string
  /** Code of a refusal, `undefined` when the call was answered. */
  code: ErrorCode | undefined
  /** Faulty fields of a refusal. */
  fields: FieldFault[]
  reference: string | undefined
  output: unknown
}

/** Sends a call as bytes, past the typed client, so that anything can be sent. */
export async function send(
  browser: TestBrowser,
  path: string,
  body: BodyInit | null,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const headers = { 'content-type': 'application/json', ...options.headers }
  const method = options.method ?? 'POST'
  const response = await browser.fetch(new Request(`${browser.origin}${path}`, { method, headers, body }))
  const text = await response.text()
  const json = parsed(text)
  const data = (json?.data ?? {}) as { fields?: FieldFault[]; reference?: string }
  return {
    status: response.status,
    headers: response.headers,
    text,
    code: response.ok ? undefined : json?.code,
    fields: data.fields ?? [],
    reference: data.reference,
    output: response.ok ? json : undefined,
  }
}

/** Calls a procedure by name with any input. */
export function callRaw(browser: TestBrowser, name: string, input?: unknown): Promise<RawAnswer> {
  return send(browser, procedure(name).path, JSON.stringify({ json: input }))
}

function parsed(text: string): { code?: ErrorCode; data?: unknown } | undefined {
  try {
    const whole = JSON.parse(text) as { json?: object } | null
    return (whole && typeof whole === 'object' && 'json' in whole ? whole.json : whole) as { code?: ErrorCode }
  } catch {
    return undefined
  }
}
