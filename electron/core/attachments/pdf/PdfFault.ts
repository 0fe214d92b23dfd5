/** The file is not the PDF it claims to be. Never leaves the rooms `pdf` and `stamping`. */
export class PdfFault extends Error {
  override readonly name = 'PdfFault'
}
