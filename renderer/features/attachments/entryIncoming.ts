import { defineStore } from 'pinia'
import { LetterFiles } from './letterFiles'

/** Files coming in for entries. They go on coming whichever card lies open, and are there again when one returns to theirs. */
export const useEntryIncoming = defineStore('entryIncoming', () => {
  const lists = new Map<number, LetterFiles>()

  /** The list of an entry. */
  function of(entryId: number): LetterFiles {
    for (const [id, { files }] of lists) if (id !== entryId && files.value.length === 0) lists.delete(id)
    const list = lists.get(entryId) ?? new LetterFiles(entryId)
    lists.set(entryId, list)
    return list
  }

  return { of }
})
