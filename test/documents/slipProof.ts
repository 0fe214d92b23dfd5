import type { SlipFacts, SlipProof } from '#core/slips/slipFacts'

/** A code as long as the longest signed one, other digits for each slip. */
export function proofOf(seed = 1): SlipProof {
  let state = seed
  const digit = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * 10)
  }
  const code = `1${Array.from({ length: 374 }, digit).join('')}`
  return { code, words: ['қайың', 'көпір', 'тоғыз'], salt: '00' }
}

/** The office's own wording, as long as it is usually. */
export const OWN: NonNullable<SlipFacts['own']> = {
  heading: {
    kk: 'Ақмола облысы әкімдігінің\n«Білім басқармасы» ММ',
    ru: 'ГУ «Управление образования\nакимата Акмолинской области»',
  },
  note: {
    kk: 'Қабылдау күндері: дүйсенбі, сәрсенбі 15:00–17:00.',
    ru: 'Приём граждан: понедельник, среда 15:00–17:00.',
  },
  logo: null,
  stampRussian: true,
}
