import { Menu } from 'electron'

/** Installed, the program has no menu: every action stands on the screen. From the sources: reload and DevTools, under Electron's own names. */
export function setMenu(packaged: boolean): void {
  const developer = () => Menu.buildFromTemplate([{ role: 'reload' }, { role: 'forceReload' }, { role: 'toggleDevTools' }])
  Menu.setApplicationMenu(packaged ? null : developer())
}
