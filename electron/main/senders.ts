import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { isOurs } from './origin'

/**
 * Whether a message comes from the page of the given window itself: our window, its top frame, our origin. A frame that is gone or inside another is refused, so
 * whatever a document might smuggle into a frame can say nothing.
 */
export function fromOurPage(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  if (window.isDestroyed() || event.sender.id !== window.webContents.id) return false
  return frame !== null && frame.parent === null && isOurs(frame.url)
}
