/** Puts a text on the clipboard. `true` when it is there. On plain HTTP over the network a page has no clipboard of its own, so the old way stands behind the new one. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'sr'
  // Inside an open dialog the focus may not leave it.
  const place = document.querySelector('[role="dialog"]') ?? document.body
  place.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
  }
}
