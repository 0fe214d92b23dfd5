import { drafts } from './drafts'
import { oldLaw } from './oldLaw'
import { y2023 } from './y2023'
import { y2024 } from './y2024'
import { y2025 } from './y2025'
import { y2026first } from './y2026first'
import { y2026second } from './y2026second'
import { yearsEnd } from './yearsEnd'

/** All terms worked out by hand. */
export const handWorked = [...oldLaw, ...y2023, ...y2024, ...y2025, ...y2026first, ...y2026second, ...yearsEnd, ...drafts]
export type { HandWorked } from './HandWorked'
