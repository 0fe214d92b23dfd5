import { RawPdf } from './rawPdf'

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const SAY = 'BT /F1 14 Tf 60 200 Td (Original text) Tj ET'
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>'

/** Objects 1–5 of a plain page; `page` is added to its dictionary. */
function plain(
  pdf: RawPdf,
  page = '/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R',
  pages = PAGES,
): RawPdf {
  return pdf
    .object(1, '<</Type/Catalog/Pages 2 0 R>>')
    .object(2, pages)
    .object(3, `<</Type/Page/Parent 2 0 R${page}>>`)
    .stream(4, SAY)
    .object(5, FONT)
}

const ended = (pdf: RawPdf, trailer = '/Size 20/Root 1 0 R'): Buffer => pdf.end(pdf.table(trailer))

/** A page with the given entries, for its shape. */
export const shapedPdf = (entries: string): Buffer =>
  ended(plain(new RawPdf(), `/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R${entries}`))

const RESOURCES = '/Resources<</Font<</F1 5 0 R>>>>'

/** Files of every structure; each says «Original text» on its first page. */
export const STRUCTURES: Record<string, () => Buffer> = {
  'a table': () => ended(plain(new RawPdf())),
  'an identity': () =>
    ended(plain(new RawPdf()), '/Size 20/Root 1 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]'),
  'entries of 19 bytes': () => {
    const pdf = plain(new RawPdf())
    return pdf.end(pdf.table('/Size 6/Root 1 0 R', { eol: '\n' }))
  },
  'a table that counts from 1': () => {
    const pdf = plain(new RawPdf())
    return pdf.end(pdf.table('/Size 6/Root 1 0 R', { first: 1 }))
  },
  'contents in pieces': () =>
    ended(plain(new RawPdf(), `/MediaBox[0 0 595 842]${RESOURCES}/Contents[6 0 R 4 0 R]`).stream(6, 'q 1 0 0 1 0 0 cm Q')),
  'contents by way of a list': () =>
    ended(plain(new RawPdf(), `/MediaBox[0 0 595 842]${RESOURCES}/Contents 6 0 R`).object(6, '[4 0 R]')),
  'contents that leave the page turned': () =>
    ended(plain(new RawPdf(), `/MediaBox[0 0 595 842]${RESOURCES}/Contents[4 0 R 6 0 R]`).stream(6, '0.5 0 0 -0.5 90 10 cm')),
  'contents that leave states open': () =>
    ended(
      plain(new RawPdf(), `/MediaBox[0 0 595 842]${RESOURCES}/Contents[6 0 R 4 0 R]`).stream(
        6,
        'q .9 0 0 .9 9 9 cm /q MP % q\n/x <</a (Q \\) > (Q) Q)/b <51>>> DP q BI /W 1 /H 1 /BPC 8 /CS /G ID Q Q EI q .9 0 0 .9 9 9 cm',
      ),
    ),
  'contents that close more than they open': () =>
    ended(plain(new RawPdf(), `/MediaBox[0 0 595 842]${RESOURCES}/Contents[6 0 R 4 0 R]`).stream(6, 'Q Q .9 0 0 .9 9 9 cm')),
  'everything inherited': () =>
    ended(plain(new RawPdf(), '/Contents 4 0 R', `<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]${RESOURCES}>>`)),
  'resources that have a stamp of that name': () =>
    ended(
      plain(new RawPdf(), '/MediaBox[0 0 595 842]/Resources 6 0 R/Contents 4 0 R')
        .object(6, '<</Font<</F1 5 0 R>>/XObject 7 0 R>>')
        .object(7, '<</KirisStamp 8 0 R>>')
        .stream(8, '', '/Type/XObject/Subtype/Form/BBox[0 0 1 1]'),
    ),
  generations: () => {
    const pdf = new RawPdf().object(1, '<</Type/Catalog/Pages 2 0 R>>').object(2, '<</Type/Pages/Kids[3 7 R]/Count 1>>')
    pdf
      .object(3, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${RESOURCES}/Contents 4 0 R>>`, 7)
      .stream(4, SAY)
      .object(5, FONT)
    return ended(pdf)
  },
  'a cross-reference stream': () => {
    const pdf = plain(new RawPdf())
    return pdf.end(pdf.tableStream(6, '/Size 7/Root 1 0 R', false))
  },
  'packed objects and predicted references': () => packedPdf(true),
  'two sections, the first page in front': () => {
    const pdf = new RawPdf().object(3, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${RESOURCES}/Contents 4 0 R>>`)
    pdf.stream(4, SAY).object(5, FONT)
    // The position of the main table is known only later: it is written with the same number of digits.
    const first = pdf.table('/Size 6/Root 1 0 R/Prev 0000099999')
    pdf.add('startxref\n0\n%%EOF\n').object(1, '<</Type/Catalog/Pages 2 0 R>>').object(2, PAGES)
    const main = pdf.table('/Size 6', { numbers: [1, 2] })
    const bytes = pdf.end(first)
    const text = bytes.toString('latin1').replace('0000099999', String(main).padStart(10, '0'))
    return Buffer.from(text, 'latin1')
  },
  'a table for old readers and a stream for new ones': () => {
    const pdf = new RawPdf().stream(4, SAY).object(5, FONT)
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${RESOURCES}/Contents 4 0 R>>`
    pdf.object(1, '<</Type/Catalog/Pages 2 0 R>>').packed(7, { 2: PAGES, 3: page })
    // As Word writes them: the objects that the table calls free stand in the stream of an empty second section.
    const stream = pdf.tableStream(6, '/Size 8/Root 1 0 R', false, [2, 3, 7])
    const table = pdf.table('/Size 8/Root 1 0 R')
    pdf.add(`startxref\n${table}\n%%EOF\n`)
    const empty = pdf.position
    return pdf.add(`xref\n0 0\ntrailer\n<</Size 8/Root 1 0 R/Prev ${table}/XRefStm ${stream}>>\n`).end(empty)
  },
  'saved twice': () => {
    const pdf = plain(new RawPdf(), `/MediaBox[0 0 300 300]${RESOURCES}`)
    const first = pdf.table('/Size 6/Root 1 0 R')
    pdf.add(`startxref\n${first}\n%%EOF\n`)
    pdf.object(3, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${RESOURCES}/Contents 4 0 R>>`)
    return pdf.end(pdf.table(`/Size 6/Root 1 0 R/Prev ${first}`, { numbers: [3], zero: false }))
  },
  'something before the header that nobody counts': () =>
    Buffer.concat([Buffer.from('MIME junk\r\n'), ended(plain(new RawPdf()))]),
  'something before the header that counts': () => ended(plain(new RawPdf('MIME junk\r\n%PDF-1.4\n'))),
  'a table that is wrong everywhere': () => {
    const pdf = plain(new RawPdf())
    return pdf.end(pdf.table('/Size 6/Root 1 0 R', { shift: 7 }))
  },
  'packed objects and no references': () => {
    const whole = packedPdf(true)
    return Buffer.concat([whole.subarray(0, whole.lastIndexOf('startxref')), Buffer.from('startxref\n99\n%%EOF\n')])
  },
}

function packedPdf(predictor: boolean): Buffer {
  const pdf = new RawPdf().stream(4, SAY)
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${RESOURCES}/Contents 4 0 R>>`
  pdf.packed(7, { 1: '<</Type/Catalog/Pages 2 0 R>>', 2: PAGES, 3: page, 5: FONT })
  return pdf.end(pdf.tableStream(6, '/Size 8/Root 1 0 R', predictor))
}

/** A page without contents, and one of a tree with several levels. */
export const emptyPdf = (): Buffer => ended(plain(new RawPdf(), '/MediaBox[0 0 595 842]'))
export function nestedPdf(): Buffer {
  const pdf = new RawPdf().object(1, '<</Type/Catalog/Pages 2 0 R>>').object(5, FONT)
  pdf.object(2, '<</Type/Pages/Kids[6 0 R 7 0 R]/Count 3/MediaBox[0 0 595 842]>>')
  pdf
    .object(6, '<</Type/Pages/Parent 2 0 R/Kids[8 0 R 9 0 R]/Count 2>>')
    .object(7, `<</Type/Pages/Parent 2 0 R/Kids[10 0 R]/Count 1/Rotate 90${RESOURCES}>>`)
  pdf
    .object(8, '<</Type/Page/Parent 6 0 R>>')
    .object(9, '<</Type/Page/Parent 6 0 R>>')
    .object(10, '<</Type/Page/Parent 7 0 R/Contents 4 0 R>>')
  return ended(pdf.stream(4, SAY))
}
