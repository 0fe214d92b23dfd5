import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract'
import { guarded } from './guard'

// The contract is imported as a type only: its schemas stay with the host.
const wire = new RPCLink<ClientContext>({
  url: () => `${location.origin}/rpc`,
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
})

/** Calls that themselves decide who is signed in. */
const OWN_SESSION = new Set(['session.start', 'session.signIn', 'session.signOut'])

const link: ClientLink<ClientContext> = {
  call: (path, input, options) => guarded(() => wire.call(path, input, options), OWN_SESSION.has(path.join('.'))),
}

/** Everything the office can be asked, typed by the contract. Failures are `AppFault`; an aborted call rejects with the browser's `AbortError`. */
export const api: ContractRouterClient<Contract> = createORPCClient(link)
