import type { SlipFormat, SlipLanguages } from '#shared/contract'

const EVERY_FORMAT: Record<SlipFormat, true> = { a5: true, a4pair: true, roll80: true, large: true }
const EVERY_LANGUAGE: Record<SlipLanguages, true> = { both: true, kk: true, ru: true }

/** Papers of a slip, in the order in which they are offered. */
export const SLIP_FORMATS = Object.keys(EVERY_FORMAT) as readonly SlipFormat[]

/** Languages of a slip, in the order in which they are offered. */
export const SLIP_LANGUAGES = Object.keys(EVERY_LANGUAGE) as readonly SlipLanguages[]
