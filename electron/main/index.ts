import { app, protocol } from 'electron'
import { readCommandLine } from './commandLine'
import { chooseDataDir } from './folders'
import { guardContents } from './hardening'
import { startKiris } from './kiris'
import { registerScheme } from './scheme'

// Everything here must happen before the app is ready.
const asked = readCommandLine(process.argv.slice(1))
const dataDir = chooseDataDir(asked)
app.enableSandbox()
registerScheme(protocol)
guardContents(app)

if (app.requestSingleInstanceLock()) void startKiris(dataDir, asked.demo)
else app.quit()
