import { shell } from 'electron'
import { mayOpen } from './mayOpen'

/** Opens a state site in the clerk's browser; any other address does nothing. Returns whether it was opened. The only caller of `shell.openExternal`. */
export async function safeOpen(address: string): Promise<boolean> {
  if (!mayOpen(address)) return false
  await shell.openExternal(new URL(address).href)
  return true
}
