import { expect, it } from 'vitest'
import { allProcedures } from '../support/rpc'

/**
 * The way in that nobody noticed. A procedure added in passing, or one whose access was loosened to make a screen work, opens the register to people it is closed to. So every procedure stands here,
 * with who may call it and what it leaves in the history; changing this list is a decision, not an accident.
 */
it('these procedures exist, open to these and leaving this', () => {
  const listed = allProcedures().map(
    ({ name, meta }) => `${name}: ${meta.access}, ${meta.writes ? (meta.audit ?? 'no event') : 'reads'}`,
  )
  expect(listed).toEqual([
    'session.start: anyone, reads',
    'session.signIn: anyone, session.signed_in',
    'session.signOut: signedIn, session.signed_out',
    'session.changePassword: signedIn, session.password_changed',
    'office.suggestion: anyone, reads',
    'office.open: anyone, office.opened',
    'office.state: office.read, reads',
    'office.change: office.manage, office.changed',
    'office.saveService: office.manage, service.saved',
    'people.list: people.manage, reads',
    'people.add: people.manage, person.added',
    'people.change: people.manage, person.changed',
    'people.setPassword: people.manage, person.password_set',
    'register.register: register.write, appeal.registered',
    'register.card: register.read, reads',
    'register.history: register.read, reads',
    'register.correct: register.correct, appeal.corrected',
    'register.void: register.void, appeal.voided',
    'register.journal: register.read, reads',
    'register.overview: register.read, reads',
    'applicants.find: register.write, reads',
    'applicants.letters: register.read, reads',
    'slips.issue: slips.issue, slip.issued',
    'slips.list: register.read, reads',
    'drafts.load: register.write, reads',
    'drafts.save: register.write, no event',
    'drafts.discard: register.write, no event',
    'deadlines.preview: terms.manage, reads',
    'deadlines.apply: terms.manage, terms.changed',
    'deadlines.changes: office.read, reads',
    'deadlines.readYearFile: terms.manage, reads',
  ])
})
