import type { Body, CaseOfFiles, PublicService } from '#shared/contract'

/** What can be changed of a body. */
export type BodyForm = Omit<Body, 'id' | 'version'>

/** A body ready to be typed over; `null` = a new one. */
export function bodyForm(body: Body | null): BodyForm {
  const nothing = () => ({ kk: '', ru: '' })
  if (!body) {
    const places = { name: nothing(), head: nothing(), address: nothing() }
    return { kind: 'other', ...places, phone: '', email: '', site: '', active: true }
  }
  const { id: _, version: __, ...form } = body
  return form
}

/** What can be changed of a case of the nomenclature. */
export type CaseForm = Omit<CaseOfFiles, 'id' | 'version'>

/** A case ready to be typed over; `null` = a new one. */
export function caseForm(kept: CaseOfFiles | null): CaseForm {
  if (!kept) return { index: '', title: { kk: '', ru: '' }, retention: { kk: '', ru: '' }, active: true }
  const { id: _, version: __, ...form } = kept
  return form
}

/** What can be changed of a public service. */
export type ServiceForm = Omit<PublicService, 'id' | 'version'>

/** A public service ready to be typed over; `null` = a new one. */
export function serviceForm(service: PublicService | null): ServiceForm {
  const { name, active } = service ?? { name: { kk: '', ru: '' }, active: true }
  return { name, active }
}
