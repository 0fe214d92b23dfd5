/** Milliseconds since 1970 by this computer's clock. Good for differences only; the office's day comes from `useOffice`. */
export function computerNow(): number {
  return Date.now()
}
