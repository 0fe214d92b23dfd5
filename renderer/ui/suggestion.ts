/** What `KCombo` offers: the text that is taken over, a quieter second line, and what stands behind it. */
export interface Suggestion<V> {
  label: string
  note?: string | undefined
  value: V
}
