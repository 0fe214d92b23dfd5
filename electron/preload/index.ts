import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS, type HostFault, type HostOutcome, type KirisBridge, type Printer } from './bridge'

const VERSION_ARGUMENT = '--kiris-version='
const version = process.argv.find((argument) => argument.startsWith(VERSION_ARGUMENT))?.slice(VERSION_ARGUMENT.length) ?? ''

// Each argument is made a string, so that nothing but text ever leaves the page.
const ask = (channel: string, ...args: unknown[]): Promise<HostOutcome> => ipcRenderer.invoke(channel, ...args.map(String))

async function done<Done>(outcome: Promise<HostOutcome>, word: Done): Promise<Done | 'cancelled'> {
  const ended = await outcome
  if (ended === 'done') return word
  if (ended === 'cancelled') return ended
  throw new Error(ended)
}

async function listed(): Promise<Printer[]> {
  const answer = (await ipcRenderer.invoke(CHANNELS.printers)) as Printer[] | HostFault
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

const bridge: KirisBridge = {
  platform: 'electron',
  version,
  printers: () => listed(),
  printPdf: (path, { deviceName, copies, duplexMode, silent }) =>
    done(ask(CHANNELS.printPdf, path, deviceName, copies, duplexMode, silent), 'printed'),
  saveFile: (path, suggestedName) => done(ask(CHANNELS.saveFile, path, suggestedName), 'saved'),
  notify: (title, body) => void ask(CHANNELS.notify, title, body),
}

contextBridge.exposeInMainWorld('kiris', bridge)
