/** A picture on a paper: the bytes of a PNG or JPEG file, its size in whatever unit. */
export interface Picture {
  bytes: Uint8Array
  width: number
  height: number
}
