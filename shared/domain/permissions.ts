/** Who may do what, in one table. The handler enforces it for every procedure; the screen only hides what would be refused. */

export const ROLES = ['administrator', 'clerk', 'head', 'departmentHead', 'executor'] as const
export type Role = (typeof ROLES)[number]

export const PERMISSIONS = [
  'register.read',
  'register.write',
  'register.correct',
  'register.void',
  'slips.issue',
  'office.read',
  'office.manage',
  'terms.manage',
  'people.manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/**
 * Roles of each permission. Only the chancellery registers (R6). Department heads and executors see what is assigned to them; as long as nothing can be
 * assigned, they see nothing.
 */
export const ROLES_OF: Readonly<Record<Permission, readonly Role[]>> = {
  'register.read': ['clerk', 'head'],
  'register.write': ['clerk'],
  'register.correct': ['clerk'],
  'register.void': ['clerk', 'head'],
  'slips.issue': ['clerk'],
  'office.read': ROLES,
  'office.manage': ['administrator'],
  'terms.manage': ['administrator'],
  'people.manage': ['administrator'],
}

/** Whether any of the roles carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ROLES_OF[permission].includes(role))
}
