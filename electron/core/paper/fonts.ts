import { Faces } from './faces'

let fonts: { dir: string; faces: Faces | null } | null = null

/** Says where the fonts of the papers are (`resources/fonts`). They are read with the first paper, once. */
export function useFonts(dir: string): void {
  if (fonts?.dir !== dir) fonts = { dir, faces: null }
}

/** The one set of faces that all papers share. Throws when `useFonts` was not called, and the file system's error when the fonts cannot be read. */
export function facesInUse(): Faces {
  if (!fonts) throw new Error('useFonts() comes first')
  return (fonts.faces ??= new Faces(fonts.dir))
}
