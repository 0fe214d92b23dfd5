import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import type { Effort } from './Effort'
import { numberIn } from './objectAt'
import { LARGEST_OBJECT, parsed } from './parsing'
import { PdfFault } from './PdfFault'

/** Most objects in one stream. Writers put some hundreds into each. */
const MOST_MEMBERS = 100_000
/** Longest number with the space after it that its list of members has, in bytes. */
const LONGEST_ENTRY = 24

/** The objects of an object stream (ISO 32000-1 §7.5.7), parsed one by one when they are asked for. */
export class ObjectStream {
  private readonly places = new Map<number, number>()

  /** Errors: `PdfFault` when its list of members is broken. */
  constructor(
    dict: PDFDict,
    private readonly data: Uint8Array,
  ) {
    const [count, first] = [numberIn(dict, 'N'), numberIn(dict, 'First')]
    const isHonest = count >= 0 && count <= MOST_MEMBERS && first >= 0 && first <= data.length
    if (!isHonest || first > (count + 1) * 2 * LONGEST_ENTRY) throw new PdfFault('more objects than data')
    const list = Buffer.from(data.buffer, data.byteOffset, first).toString('latin1').match(/\d+/g) ?? []
    if (list.length < count * 2) throw new PdfFault('fewer objects than stated')
    for (let i = 0; i < count * 2; i += 2) this.places.set(Number(list[i]), first + Number(list[i + 1]))
  }

  /** The numbers of its objects. */
  get numbers(): IterableIterator<number> {
    return this.places.keys()
  }

  /** An object by its number; nothing where it has none of that number. Errors: `PdfFault` when it is broken; `Exhausted`. */
  member(number: number, effort: Effort): PDFObject | undefined {
    const at = this.places.get(number)
    if (at === undefined) return undefined
    const object = parsed(this.data.subarray(at, at + LARGEST_OBJECT), effort)
    if (object === null) throw new PdfFault(`object ${number} is broken`)
    return object
  }
}
