import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where the register is, unless another folder is named: the same place as the Node host's, so that the program finds the same office in a window and in the browser.
 * On Linux that is the folder for data, not Electron's, which is the one for settings.
 */
export function usualDataDir(platform: NodeJS.Platform, userData: string, xdgData = process.env['XDG_DATA_HOME']): string {
  if (platform !== 'linux') return join(userData, 'office')
  return join(xdgData ?? join(homedir(), '.local', 'share'), 'kiris', 'office')
}
