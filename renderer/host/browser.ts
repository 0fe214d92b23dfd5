import type { Host } from './index'

/** A browser on the office network. */
export function browserHost(): Host {
  return { platform: 'browser', version: '', printers: async () => null, printPdf, saveFile, notify }
}

/** Shows the browser's print dialog for the PDF (`printPaper` has made sure that it is there), loaded into a frame out of sight. The frame stays until the next print, because dialogs outlive the call. */
async function printPdf(path: string): Promise<'printed'> {
  document.getElementById('print-frame')?.remove()
  const frame = document.createElement('iframe')
  frame.id = 'print-frame'
  frame.tabIndex = -1
  frame.ariaHidden = 'true'
  Object.assign(frame.style, {
    position: 'fixed',
    right: '0',
    bottom: '0',
    width: '1px',
    height: '1px',
    border: '0',
    opacity: '0',
  })
  const loaded = new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => resolve())
    frame.addEventListener('error', () => reject(new Error(path)))
  })
  frame.src = path
  document.body.append(frame)
  await loaded
  const page = frame.contentWindow
  if (!page) throw new Error(path)
  // Not focused: keys must go on reaching the screen when the dialog is gone.
  page.print()
  return 'printed'
}

async function saveFile(path: string, suggestedName: string): Promise<'saved'> {
  const link = document.createElement('a')
  link.href = path
  link.download = suggestedName
  document.body.append(link)
  link.click()
  link.remove()
  return 'saved'
}

function notify(title: string, body: string): void {
  if ('Notification' in window && Notification.permission === 'granted') new Notification(title, { body })
}
