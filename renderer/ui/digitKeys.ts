/**
 * Digits by the place of their key in fields that take digits: the Kazakh layout writes ә і ң ғ on the number row, and a clerk who types a name in Kazakh must not switch for the number after it. Bind
 * to `keydown`; acts only in fields with `inputmode="numeric"` or of type `tel`.
 */
export function typeDigit(event: KeyboardEvent): void {
  const { target } = event
  if (target instanceof HTMLInputElement && (target.inputMode === 'numeric' || target.type === 'tel')) writeDigit(event)
}

/** The same in any line, for one that takes digits among other signs: a number, a hash. */
export function writeDigit(event: KeyboardEvent): void {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  const { target } = event
  if (!digit || event.key === digit || event.key.length !== 1) return
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !(target instanceof HTMLInputElement)) return
  event.preventDefault()
  const [from, to] = [target.selectionStart ?? target.value.length, target.selectionEnd ?? target.value.length]
  target.setRangeText(digit, from, to, 'end')
  target.dispatchEvent(new InputEvent('input', { bubbles: true, data: digit, inputType: 'insertText' }))
}
