import {
  may,
  PERMISSIONS,
  permissionsOf,
  ROLES,
  ROLES_OF,
  rolesPassedOn,
  sightOf,
  type Permission,
  type Role,
} from '#shared/domain'
import { describe, expect, it } from 'vitest'

/** Who may do what, written down a second time by hand: a change of the table must be meant. */
const EXPECTED: Record<Role, readonly Permission[]> = {
  administrator: ['papers.manage', 'structure.absences', 'office.read', 'office.manage', 'terms.manage', 'people.manage'],
  clerk: [
    ...(['register.read', 'register.write', 'register.correct', 'register.void', 'slips.issue'] as const),
    ...(['routing.enterPaper', 'control.read', 'structure.absences', 'office.read'] as const),
    ...(['decisions.draft', 'decisions.sign', 'letters.handOver', 'register.file'] as const),
    ...(['attachments.write', 'papers.print', 'books.make', 'days.close'] as const),
  ],
  head: [
    ...(['register.read', 'register.void', 'routing.resolve', 'routing.assign', 'routing.control'] as const),
    ...(['control.read', 'structure.absences', 'office.read', 'decisions.draft', 'decisions.sign'] as const),
    ...(['papers.print', 'papers.manage', 'books.make', 'days.close'] as const),
  ],
  deputy: [
    'papers.print',
    'books.make',
    'decisions.draft',
    'decisions.sign',
    'register.read',
    'routing.resolve',
    'routing.assign',
    'routing.execute',
    'routing.control',
    'control.read',
    'office.read',
  ],
  departmentHead: [
    'papers.print',
    'decisions.draft',
    'register.read',
    'routing.assign',
    'routing.execute',
    'control.read',
    'office.read',
  ],
  executor: ['papers.print', 'decisions.draft', 'register.read', 'routing.execute', 'office.read'],
}

describe.each(ROLES)('%s', (role) => {
  it.each(PERMISSIONS)('%s', (permission) => {
    expect(may([role], permission)).toBe(EXPECTED[role].includes(permission))
  })
})

describe('several roles', () => {
  it('add up and take nothing away', () => {
    expect(may(['executor', 'clerk'], 'register.write')).toBe(true)
    expect(may(['administrator', 'head'], 'register.void')).toBe(true)
    expect(may(['administrator', 'head'], 'register.write')).toBe(false)
  })

  it('of nobody allow nothing', () => {
    expect(PERMISSIONS.filter((permission) => may([], permission))).toEqual([])
  })
})

describe('the permissions of some roles', () => {
  it('are those of each, once and in the order of the table', () => {
    for (const role of ROLES) expect(permissionsOf([role])).toEqual(PERMISSIONS.filter((one) => EXPECTED[role].includes(one)))
    const both = new Set([...EXPECTED.clerk, ...EXPECTED.executor])
    expect(permissionsOf(['executor', 'clerk', 'executor'])).toEqual(PERMISSIONS.filter((one) => both.has(one)))
    expect(permissionsOf([])).toEqual([])
  })
})

describe('what is seen of the register', () => {
  it.each<[Role[], ReturnType<typeof sightOf>]>([
    [[], null],
    [['administrator'], null],
    [['executor'], 'own'],
    [['departmentHead'], 'department'],
    [['executor', 'departmentHead', 'administrator'], 'department'],
    [['deputy'], 'all'],
    [['head'], 'all'],
    [['executor', 'clerk'], 'all'],
  ])('by %j is %s', (roles, sight) => {
    expect(sightOf(roles)).toBe(sight)
  })
})

describe('acting for somebody', () => {
  it('passes every role on but the keeping of the accounts', () => {
    expect(rolesPassedOn(ROLES)).toEqual(ROLES.filter((role) => role !== 'administrator'))
    expect(permissionsOf(rolesPassedOn(['administrator']))).toEqual([])
  })
})

describe('the table', () => {
  it('gives every permission to somebody', () => {
    expect(PERMISSIONS.filter((permission) => ROLES_OF[permission].length === 0)).toEqual([])
  })

  it('keeps registering with the chancellery and people with the administrator', () => {
    expect(ROLES_OF['register.write']).toEqual(['clerk'])
    expect(ROLES_OF['people.manage']).toEqual(['administrator'])
  })
})
