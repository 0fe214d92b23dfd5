import { may, PERMISSIONS, ROLES, ROLES_OF, type Permission, type Role } from '#shared/domain'
import { describe, expect, it } from 'vitest'

/** Who may do what, written down a second time by hand: a change of the table must be meant. */
const EXPECTED: Record<Role, readonly Permission[]> = {
  administrator: ['office.read', 'office.manage', 'terms.manage', 'people.manage'],
  clerk: ['register.read', 'register.write', 'register.correct', 'register.void', 'slips.issue', 'office.read'],
  head: ['register.read', 'register.void', 'office.read'],
  departmentHead: ['office.read'],
  executor: ['office.read'],
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

describe('the table', () => {
  it('gives every permission to somebody', () => {
    expect(PERMISSIONS.filter((permission) => ROLES_OF[permission].length === 0)).toEqual([])
  })

  it('keeps registering with the chancellery and people with the administrator', () => {
    expect(ROLES_OF['register.write']).toEqual(['clerk'])
    expect(ROLES_OF['people.manage']).toEqual(['administrator'])
  })
})
