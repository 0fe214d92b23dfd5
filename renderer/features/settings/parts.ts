import type { Permission } from '#shared/domain'

/** The parts of the settings in their order, and who may open them. */
export const PARTS = [
  { part: 'office', needs: 'office.manage' },
  { part: 'numbering', needs: 'office.manage' },
  { part: 'people', needs: 'people.manage' },
  { part: 'structure', needs: 'structure.absences' },
  { part: 'services', needs: 'office.manage' },
  { part: 'bodies', needs: 'office.manage' },
  { part: 'cases', needs: 'office.manage' },
  { part: 'templates', needs: 'office.manage' },
  { part: 'terms', needs: 'terms.manage' },
  { part: 'account', needs: null },
  { part: 'paperLook', needs: 'papers.manage' },
  { part: 'printers', needs: null },
  { part: 'proof', needs: 'office.manage' },
  { part: 'about', needs: 'office.manage' },
] as const satisfies readonly { part: string; needs: Permission | null }[]
export type Part = (typeof PARTS)[number]['part']

/** Keys of the parts in their order: nine digits and the zero after them; what stands further down is reached by Tab. */
export function partKey(at: number): string | undefined {
  return at < 10 ? `Digit${(at + 1) % 10}` : undefined
}

/** The parts a person may open; everybody has at least the own account and the printers of this desk. */
export function partsFor(may: (permission: Permission) => boolean): Part[] {
  return PARTS.filter(({ needs }) => needs === null || may(needs)).map(({ part }) => part)
}
