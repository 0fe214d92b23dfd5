/** Files that pdf.js asks for by name: tables of East Asian encodings, stand-ins for the standard fonts, decoders of pictures. */
interface Asked {
  kind: 'cMapUrl' | 'standardFontDataUrl' | 'wasmUrl'
  filename: string
}

type Load = () => Promise<unknown>

// Each becomes a module of our own, loaded when a document needs it: the policy of the pages and the list of served files stay as they are.
const FILES: Readonly<Record<Asked['kind'], Readonly<Record<string, Load>>>> = {
  cMapUrl: byName(
    import.meta.glob('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', { query: '?url&inline', import: 'default' }),
  ),
  standardFontDataUrl: byName(
    import.meta.glob('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { query: '?url&inline', import: 'default' }),
  ),
  wasmUrl: byName(import.meta.glob('../../../node_modules/pdfjs-dist/wasm/*.wasm', { query: '?url&inline', import: 'default' })),
}

function byName(loads: Readonly<Record<string, Load>>): Readonly<Record<string, Load>> {
  return Object.fromEntries(Object.entries(loads).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1), load]))
}

/** Hands pdf.js what it asks for from our own origin. Rejects for a name that there is not; pdf.js then does without. */
export class OwnPdfData {
  /** The bytes of a file. */
  async fetch({ kind, filename }: Asked): Promise<Uint8Array> {
    const load = FILES[kind][filename]
    if (!load) throw new Error(filename)
    const address = (await load()) as string
    return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
  }
}
