import { computed, ref } from 'vue'
import { MOST_STICKERS, type OfferedPaper, type PaperLanguage, type PaperSize } from './papersOf'

const REMEMBERED = 'kiris.paperSizes'

/** What was chosen for a paper last, by its kind; a size and a language are no personal data. Anything that is not what this program writes counts as nothing. */
function remembered(): Record<string, { size?: unknown; language?: unknown }> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}')
    return typeof read === 'object' && read !== null ? (read as ReturnType<typeof remembered>) : {}
  } catch {
    return {}
  }
}

/** Size, language and number of stickers of a paper. Begins with what was taken last for its kind at this desk. */
export function usePaperChoice(paper: () => OfferedPaper) {
  const { kind, sizes, languages } = paper()
  const before = remembered()[kind]
  const size = ref<PaperSize | ''>(sizes.find((one) => one === before?.size) ?? sizes[0] ?? '')
  const language = ref<PaperLanguage>(languages.find((one) => one === before?.language) ?? languages[0]!)
  const typed = ref('1')

  /** `null`: not a number of stickers that is printed. */
  const stickers = computed(() => {
    const count = /^\s*\d{1,2}\s*$/.test(typed.value) ? Number(typed.value) : 0
    return count >= 1 && count <= MOST_STICKERS ? count : null
  })
  const address = computed(() =>
    stickers.value === null ? null : paper().address({ size: size.value, language: language.value, stickers: stickers.value }),
  )

  /** What was put on paper is what the next one begins with. */
  function keep(): void {
    const all = { ...remembered(), [kind]: { size: size.value, language: language.value } }
    localStorage.setItem(REMEMBERED, JSON.stringify(all))
  }

  return { size, language, typed, stickers, address, keep }
}
