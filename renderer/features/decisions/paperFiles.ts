import { useI18n } from 'vue-i18n'
import { printPaper, savePaper } from '../../stores/paper'
import type { Paper } from './decisionActs'

/** Where a letter lies as a file of the office; a draft's address changes with each version, so that no old page is shown. */
export function fileOf({ path, version }: Paper, ending: 'pdf' | 'docx'): string {
  return version > 0 ? `${path}.${ending}?v=${version}` : `${path}.${ending}`
}

/** Printing and saving of letters, drafts too. `entry`: number of the entry, by which a draft is named. Errors: those of `printPaper`. */
export function usePaperFiles() {
  const { t } = useI18n()

  function nameOf({ number, purpose }: Paper, entry: string): string {
    const named = { number: number ?? entry, purpose: t(`decisions.purposes.${purpose}`) }
    // A number holds a stroke, which no file name may.
    return t(number === null ? 'decisionScreen.paper.fileDraft' : 'decisionScreen.paper.file', named).replace(
      /[^\p{L}\p{N} -]/gu,
      '-',
    )
  }

  return {
    print: (paper: Paper) =>
      printPaper(fileOf(paper, 'pdf'), {
        kind: 'letter',
        title: paper.number ?? t(`decisions.purposes.${paper.purpose}`),
        entryId: paper.entryId,
      }),
    save: (paper: Paper, ending: 'pdf' | 'docx', entry: string) =>
      savePaper(fileOf(paper, ending), `${nameOf(paper, entry)}.${ending}`),
  }
}
