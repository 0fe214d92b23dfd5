/** Millimetres as written by hand: `1,5`, `-0.5`, `−2`; rounded to tenths. `null`: no number, or beyond ±`most`. */
export function millimetresOf(typed: string, most: number): number | null {
  const plain = typed.trim().replace(',', '.').replace('−', '-')
  if (!/^-?\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  const value = tenths(Number(plain))
  return Math.abs(value) <= most ? value : null
}

/** Millimetres as people of the office write them: with a comma. */
export function millimetresText(value: number): string {
  return String(tenths(value)).replace('.', ',').replace('-', '−')
}

/** Rounded to tenths of a millimetre; never a negative nothing. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
