/** Who may do what, in one table. The handler enforces it for every procedure; the screen only hides what would be refused. Which entries a person sees is said beside it (`sightOf`). */

export const ROLES = ['administrator', 'clerk', 'head', 'deputy', 'departmentHead', 'executor'] as const
export type Role = (typeof ROLES)[number]

export const PERMISSIONS = [
  'register.read',
  'register.write',
  'register.correct',
  'register.void',
  'slips.issue',
  'attachments.write',
  'papers.print',
  'papers.manage',
  'books.make',
  'days.close',
  'routing.resolve',
  'routing.enterPaper',
  'routing.assign',
  'routing.execute',
  'routing.control',
  'control.read',
  'decisions.draft',
  'decisions.sign',
  'letters.handOver',
  'register.file',
  'structure.absences',
  'office.read',
  'office.manage',
  'terms.manage',
  'people.manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Roles of each permission. Only the chancellery registers (R6); only the head and deputies write resolutions; heads of departments hand on what came to them. */
export const ROLES_OF: Readonly<Record<Permission, readonly Role[]>> = {
  'register.read': ['clerk', 'head', 'deputy', 'departmentHead', 'executor'],
  'register.write': ['clerk'],
  'register.correct': ['clerk'],
  'register.void': ['clerk', 'head'],
  'slips.issue': ['clerk'],
  'attachments.write': ['clerk'],
  // Whoever sees an entry may print what stands on it; the history says who did.
  'papers.print': ['clerk', 'head', 'deputy', 'departmentHead', 'executor'],
  'papers.manage': ['administrator', 'head'],
  'books.make': ['clerk', 'head', 'deputy'],
  'days.close': ['clerk', 'head'],
  'routing.resolve': ['head', 'deputy'],
  'routing.enterPaper': ['clerk'],
  'routing.assign': ['head', 'deputy', 'departmentHead'],
  'routing.execute': ['deputy', 'departmentHead', 'executor'],
  'routing.control': ['head', 'deputy'],
  'control.read': ['clerk', 'head', 'deputy', 'departmentHead'],
  'decisions.draft': ['clerk', 'head', 'deputy', 'departmentHead', 'executor'],
  // The clerk enters what the head signed on paper.
  'decisions.sign': ['head', 'deputy', 'clerk'],
  'letters.handOver': ['clerk'],
  'register.file': ['clerk'],
  'structure.absences': ['administrator', 'clerk', 'head'],
  'office.read': ROLES,
  'office.manage': ['administrator'],
  'terms.manage': ['administrator'],
  'people.manage': ['administrator'],
}

/** Whether any of the roles carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ROLES_OF[permission].includes(role))
}

/** Everything the roles allow, in the order of the table. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => may(roles, permission))
}

/** Roles that pass to whoever acts for a person who is away. Keeping the accounts does not: absences are written down by people who may not open them. */
export function rolesPassedOn(roles: readonly Role[]): Role[] {
  return roles.filter((role) => role !== 'administrator')
}

/** How much of the register a person sees. `all`: every entry that is not confidential; `department`: what is assigned to the own department; `own`: only the own tasks. */
export type Sight = 'all' | 'department' | 'own'

/** The widest sight among the roles; `null` = no entries at all. Confidential entries are seen only by those named for them, whatever the role. */
export function sightOf(roles: readonly Role[]): Sight | null {
  if (roles.some((role) => role === 'clerk' || role === 'head' || role === 'deputy')) return 'all'
  if (roles.includes('departmentHead')) return 'department'
  return roles.includes('executor') ? 'own' : null
}
