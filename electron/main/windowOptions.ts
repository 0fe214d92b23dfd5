import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/** What a window needs to know of the program it belongs to. */
export interface WindowSetting {
  /** Absolute path of the built preload. */
  preload: string
  version: string
  /** Installed, as opposed to run from the sources. */
  packaged: boolean
  /** Whether the desktop is dark: the ground of the window before the page has drawn itself. */
  dark: boolean
}

// Defaults are stated too: whoever weakens one has to do it here, in sight of the test.
const lockedDown: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
}

/** The window of the program: sandboxed, isolated, without DevTools once installed. Sizes in CSS pixels; smaller than 1024 × 640 the journal does not fit. */
export function windowOptions(setting: WindowSetting): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    // The sheet of the look (`--paper`), so that the window does not flash white at night.
    backgroundColor: setting.dark ? '#201F1C' : '#FDFCF9',
    webPreferences: {
      ...lockedDown,
      preload: setting.preload,
      additionalArguments: [`--kiris-version=${setting.version}`],
      devTools: !setting.packaged,
    },
  }
}

/** The hidden window that shows a document to the printer: the PDF viewer is a plugin, and nothing of ours is exposed to it. */
export function printWindowOptions(): BrowserWindowConstructorOptions {
  return { show: false, webPreferences: { ...lockedDown, plugins: true, devTools: false } }
}
