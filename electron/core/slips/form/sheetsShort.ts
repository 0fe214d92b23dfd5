/** «1 + 2 парақ»: sheets of the letter and of its annexes; `counted` is the last of the two with its word. Empty where nobody counted. */
export function sheetsShort({ sheets, annexSheets }: { sheets: number; annexSheets: number }, counted: string): string {
  if (sheets === 0 && annexSheets === 0) return ''
  return annexSheets > 0 ? `${sheets} + ${counted}` : counted
}
