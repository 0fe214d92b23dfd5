// Six digits, or the seven-character code that Kazpost gives to each building (A10A5X8).
const POSTCODE = /(?<![\p{L}\p{N}])(\d{6}|[A-Z]\d{2}[A-Z]\d[A-Z]\d)(?![\p{L}\p{N}])/u

/** An address and its postal code apart; without a code the address stays as it is. */
export function postcodeOf(whole: string): { address: string; postcode: string } {
  const code = POSTCODE.exec(whole)
  if (!code) return { address: whole.trim(), postcode: '' }
  const around = [whole.slice(0, code.index), whole.slice(code.index + code[0].length)]
  const address = around
    .map((part) => part.replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter(Boolean)
    .join(', ')
  return { address, postcode: code[1]! }
}
