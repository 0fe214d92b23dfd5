/** Parts of a ZIP file, as its specification names them: signature of a header and where its date stands behind it. */
const END = { signature: 0x06054b50, count: 10, directory: 16, length: 22 } as const
const ENTRY = { signature: 0x02014b50, moment: 12, name: 28, extra: 30, comment: 32, local: 42, length: 46 } as const
const LOCAL = { signature: 0x04034b50, moment: 10 } as const
/** 1 January 1980, 0:00: the first moment that a ZIP file knows (date in the upper half, time in the lower). */
const FIRST_MOMENT = 0x0021_0000

/** A ZIP file with the moments of all its entries set to the first there is, so that the same content gives the same bytes. Throws `RangeError` for bytes that are no such file. */
export function withoutMoments(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  const expect = (at: number, signature: number): void => {
    if (at < 0 || at + 4 > bytes.length || view.getUint32(at, true) !== signature) throw new RangeError('not a plain ZIP file')
  }
  // Written without a comment, so its last record has a fixed length.
  const end = bytes.length - END.length
  expect(end, END.signature)
  let at = view.getUint32(end + END.directory, true)
  for (let left = view.getUint16(end + END.count, true); left > 0; left--) {
    expect(at, ENTRY.signature)
    const local = view.getUint32(at + ENTRY.local, true)
    expect(local, LOCAL.signature)
    view.setUint32(at + ENTRY.moment, FIRST_MOMENT, true)
    view.setUint32(local + LOCAL.moment, FIRST_MOMENT, true)
    at += ENTRY.length + [ENTRY.name, ENTRY.extra, ENTRY.comment].reduce((sum, part) => sum + view.getUint16(at + part, true), 0)
  }
  return bytes
}
