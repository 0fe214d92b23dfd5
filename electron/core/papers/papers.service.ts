/** The office's own wording and picture on its papers, and what was printed. */
export class Papers {}
