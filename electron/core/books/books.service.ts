/** Journals made into books, on a thread of their own. */
export class Books {}
