import { HTTP_STATUS, type ErrorCode, type ErrorParams } from '#shared/contract'
import { may } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { History } from '../audit/history.service'
import { Refusal } from '../errors'
import { tokenOf } from '../session/cookie'
import type { Sessions } from '../session/sessions.service'
import type { Structure } from '../structure/structure.service'
import type { Changes } from './changes'
import { asAnswer } from './answers'
import type { RequestContext } from './context'
import type { OfficeRouter } from './router'
import { securityHeaders } from './securityHeaders'
import { fileArea, uploadArea, type FileArea, type FileParts } from './files'
import type { StaticFiles } from './staticFiles'

/** Largest request in bytes: a registration with a long summary, many times over. */
const LARGEST_REQUEST = 1024 * 1024

/** What the one handler answers with. */
export interface HandlerParts extends FileParts {
  history: History
  changes: Changes
  sessions: Sessions
  structure: Structure
  router: OfficeRouter
  files: StaticFiles | null
  log: Logger
  now(): Date
  workstation: string
  /** `host:port` that a request may name; empty = any (a host that has no network, like Electron's own scheme). */
  allowedHosts: readonly string[]
}

/** The one request handler of both hosts: `/rpc` procedures, `/files` documents, everything else the built renderer. */
export function requestHandler(parts: HandlerParts): (request: Request) => Promise<Response> {
  const rpc = new RPCHandler(parts.router, {
    interceptors: [
      async ({ next, context }) => {
        await takeRights(context, parts).catch((error: unknown) => {
          throw asAnswer(error, 'rpc', parts.log)
        })
        return refuseUnreadable(next, parts.log)
      },
    ],
  })
  const app = new Hono()

  app.use(async (c, next) => {
    if (isForeign(c.req.raw, parts.allowedHosts)) c.res = plain('forbidden', 403)
    else await next()
    const isFile = new URL(c.req.url).pathname.startsWith('/files/')
    // On the answer itself: `c.header` would copy it once for each header.
    for (const [name, value] of Object.entries(securityHeaders(isFile))) c.res.headers.set(name, value)
  })
  app.use('/rpc/*', bodyLimit({ maxSize: LARGEST_REQUEST, onError: () => plain('invalid_input', 413) }))
  app.use('/rpc/*', async (c, next) => {
    // A GET could be sent by a link on another page.
    if (c.req.method !== 'POST') return plain('forbidden', 405)
    const context = contextOf(c.req.raw, parts)
    const { matched, response } = await rpc.handle(c.req.raw, { prefix: '/rpc', context })
    if (!matched) return next()
    context.answer.forEach((value, name) => response.headers.append(name, value))
    response.headers.set('cache-control', 'no-store')
    return response
  })
  app.get('/changes', (c) => {
    const token = tokenOf(c.req.raw)
    const { sessions, changes } = parts
    const isSignedIn = (): boolean => sessions.isOpen(token, parts.now().getTime())
    return isSignedIn() ? changes.open(isSignedIn) : plain('unauthenticated', 401)
  })
  app.get('/files/*', async (c) => {
    const url = new URL(c.req.url)
    return (await answerFile(fileArea(url.pathname), { url, request: c.req.raw }, parts)) ?? plain('not_found', 404)
  })
  app.post('/files/*', async (c) => {
    const url = new URL(c.req.url)
    return (await answerFile(uploadArea(url.pathname), { url, request: c.req.raw }, parts)) ?? plain('not_found', 404)
  })
  app.get('*', async (c) => (await parts.files?.answer(new URL(c.req.url).pathname)) ?? plain('not_found', 404))
  app.notFound(() => plain('not_found', 404))
  app.onError((error, c) => {
    if (error instanceof Refusal) return plain(error.code, HTTP_STATUS[error.code], error.params)
    const { code, status } = asAnswer(error, c.req.path, parts.log)
    return plain(code as ErrorCode, status)
  })
  return async (request) => app.fetch(request)
}

/** Answers for one area of files: who is calling, may they, then the area itself. */
async function answerFile(
  area: FileArea | null,
  asked: { url: URL; request: Request },
  parts: HandlerParts,
): Promise<Response | null> {
  const context = contextOf(asked.request, parts)
  await takeRights(context, parts)
  const { caller, at, workstation } = context
  if (!caller) return plain('unauthenticated', 401)
  if (area === null) return null
  if (!may(caller.roles, area.access)) return plain('forbidden', 403)
  return area.answer({ ...asked, caller, at, workstation }, parts)
}

/** A body that is no call at all never reaches a procedure; it is answered like any other wrong input. */
async function refuseUnreadable<Result>(next: () => Promise<Result>, log: Logger): Promise<Result> {
  try {
    return await next()
  } catch (error) {
    throw error instanceof ORPCError ? error : asAnswer(new Refusal('invalid_input'), 'rpc', log)
  }
}

function contextOf(request: Request, parts: HandlerParts): RequestContext {
  const { db, history, changes, log, workstation } = parts
  const now = parts.now()
  const session = tokenOf(request)
  const caller = parts.sessions.callerOf(session, now.getTime())
  const secure = new URL(request.url).protocol === 'https:'
  return { db, history, changes, log, caller, at: now.toISOString(), workstation, session, secure, answer: new Headers() }
}

/** Gives the caller the rights of this day: a session gains and loses in the middle what comes with acting for somebody. */
async function takeRights(context: RequestContext, { db, structure, timeZone }: HandlerParts): Promise<void> {
  const { caller, at } = context
  if (!caller) return
  const staff = structure.kept ?? (await db.read((view) => structure.state(view)))
  if (staff.everActs(caller.id)) context.caller = staff.onDay(caller, localMoment(at, timeZone).date)
}

/** A request that names another host (DNS rebinding) or comes from another origin's page. */
function isForeign(request: Request, allowedHosts: readonly string[]): boolean {
  const url = new URL(request.url)
  if (allowedHosts.length > 0 && !allowedHosts.includes(url.host)) return true
  const origin = request.headers.get('origin')
  return request.method !== 'GET' && request.method !== 'HEAD' && origin !== null && origin !== url.origin
}

function plain(code: ErrorCode, status: number, params: ErrorParams = {}): Response {
  const body = Object.keys(params).length === 0 ? { code } : { code, params }
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
