import type ICAL from 'ical.js'
import { keptText, type FileText } from './assemble'
import type { Findings, Place } from './findings'

/** The text of the first property of that name, NFC, without spaces around it; empty when there is none. */
export function textIn(component: ICAL.Component, name: string): string {
  return textsIn(component, name)[0] ?? ''
}

/** The texts of all properties of that name. */
export function textsIn(component: ICAL.Component, name: string): string[] {
  const values = component.getAllProperties(name).flatMap(({ jCal }) => jCal.slice(3) as unknown[])
  return values.filter((value) => typeof value === 'string').map((value) => value.normalize('NFC').trim())
}

/** The text of the first property of that name when it can be kept; `null` and a fault when not. */
export function textOf(
  component: ICAL.Component,
  name: string,
  is: FileText['is'],
  at: Place,
  findings: Findings,
): string | null {
  return keptText({ text: textIn(component, name), is, column: name.toUpperCase(), at }, findings)
}
