import type { Appeal, HistoryEvent } from '#shared/contract'
import { after, type Act, type DecisionAct, type Status } from '#shared/domain'

/** The state an entry must be in by its events alone, and how often it changed. */
export function replay(events: readonly HistoryEvent[]): Pick<Appeal, 'status' | 'version' | 'control'> {
  const state = { status: 'registered' as Status, version: 0, control: false }
  for (const { action, details } of events) {
    const act = actOf(action, details)
    if (act === null) continue
    state.version++
    if (act === 'registered') continue
    state.status = after(act, state.status)
    if (act === 'control') state.control = details['control'] === true
  }
  return state
}

const BY_ACTION: Readonly<Record<string, Act>> = {
  'appeal.sent': 'send',
  'resolution.issued': 'resolve',
  'task.accepted': 'report',
  'task.done': 'report',
  'appeal.control': 'control',
  'appeal.corrected': 'correct',
  'appeal.voided': 'void',
  'appeal.filed': 'file',
}

function actOf(action: string, details: Record<string, unknown>): Act | 'registered' | null {
  if (action === 'appeal.registered') return 'registered'
  if (action === 'decision.signed') return details['act'] as DecisionAct
  if (action === 'resolution.recalled') return details['waits'] === true ? 'recall' : 'assign'
  return BY_ACTION[action] ?? null
}
