import type { TakenFile } from './letterFiles'

/** Number of sheets as the pages of the files suggest it, «3 + 2»; empty while not all of the letter's pages can be counted. One page is taken for one sheet: what is printed on both sides the clerk sees. */
export function sheetsOffer(files: readonly TakenFile[]): string {
  const pagesOf = (role: 'letter' | 'annex'): number | null =>
    files
      .filter((one) => one.role === role)
      .reduce<number | null>((sum, { file }) => (sum === null || file.pages === null ? null : sum + file.pages), 0)
  const [letter, annexes] = [pagesOf('letter'), pagesOf('annex')]
  if (!letter) return ''
  return annexes ? `${letter} + ${annexes}` : String(letter)
}
