/** Endings under which a scanner or a recorder leaves its files. */
const ENDINGS = /\.(pdf|jpe?g|jfif|png|tiff?|docx|mp3|m4a|aac|ogg|oga|opus|wav|amr|3gp)$/i

/** Whether a file of the scanner's folder is one to offer: of a kind that is kept, and neither hidden nor somebody's lock file. */
export function isScanName(name: string): boolean {
  return ENDINGS.test(name) && !name.startsWith('.') && !name.startsWith('~$')
}
