import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, expectTypeOf, it, vi } from 'vitest'
import type { KirisBridge } from '../../electron/preload/bridge'
import type { ElectronBridge } from '../../renderer/host/electron'
import { root } from '../architecture/graph'
import { specifiers } from '../architecture/graph'
import { built } from './startMain'

const WAY = { deviceName: 'HP', copies: 2, duplexMode: 'longEdge', silent: true } as const
type Api = Record<string, unknown> & KirisBridge

/** Runs the built preload as a sandboxed renderer does: as a CommonJS script with `require` for Electron alone, and no other global of Node. */
function expose(invoke = vi.fn((_channel: string, ..._args: unknown[]) => Promise.resolve('done'))) {
  const exposed: [string, Api][] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Api) => exposed.push([name, api]) },
    ipcRenderer: { invoke },
  }
  const require = vi.fn((name: string) => {
    if (name !== 'electron') throw new Error(`preload may not require ${name}`)
    return electron
  })
  const code = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8')
  runInNewContext(code, {
    require,
    module: { exports: {} },
    exports: {},
    process: { argv: ['electron', '--kiris-version=1.2.3'] },
  })
  return { exposed, invoke, require, api: exposed[0]![1] }
}

describe('the preload', () => {
  beforeAll(built)

  it('is one CommonJS file that requires nothing but electron', () => {
    const code = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8')
    expect(specifiers('preload.js', code)).toEqual([])
    expect([...code.matchAll(/require\(([^)]*)\)/g)].map((match) => match[1])).toEqual(['"electron"'])
    expect(expose().require.mock.calls).toEqual([['electron']])
  })

  it('exposes exactly this', () => {
    const { exposed, api } = expose()
    expect(exposed.map(([name]) => name)).toEqual(['kiris'])
    const shape = Object.entries(api).map(
      ([name, value]) => `${name}: ${typeof value === 'function' ? `function(${value.length})` : String(value)}`,
    )
    expect(shape.sort()).toEqual([
      'notify: function(2)',
      'platform: electron',
      'printPdf: function(2)',
      'printers: function(0)',
      'saveFile: function(2)',
      'version: 1.2.3',
    ])
  })

  it('is what the renderer counts on', () => {
    expectTypeOf<KirisBridge>().toEqualTypeOf<ElectronBridge>()
  })

  it('sends text only, whatever the page hands over', async () => {
    const { api, invoke } = expose()
    await api.saveFile('/files/slips/1.pdf', { toString: () => 'name' } as never)
    expect(invoke.mock.lastCall).toEqual(['kiris:save-file', '/files/slips/1.pdf', 'name'])
    api.notify('a', 'b')
    expect(invoke.mock.lastCall).toEqual(['kiris:notify', 'a', 'b'])
    await api.printPdf('/files/a', WAY)
    expect(invoke.mock.lastCall).toEqual(['kiris:print-pdf', '/files/a', 'HP', '2', 'longEdge', 'true'])
  })

  it('lists the printers, or says why it cannot', async () => {
    const found = [{ name: 'HP', displayName: 'HP', description: '', isDefault: true }]
    expect(await expose(vi.fn(() => Promise.resolve(found as never))).api.printers()).toEqual(found)
    await expect(expose(vi.fn(() => Promise.resolve('failed'))).api.printers()).rejects.toMatchObject({ message: 'failed' })
  })

  it('tells how it ended: done in a word, a fault as an error with its code', async () => {
    const answering = (outcome: string) => expose(vi.fn(() => Promise.resolve(outcome))).api
    expect(await answering('done').printPdf('/files/a', WAY)).toBe('printed')
    expect(await answering('done').saveFile('/files/a', 'a')).toBe('saved')
    expect(await answering('cancelled').printPdf('/files/a', WAY)).toBe('cancelled')
    await expect(answering('no_printer').printPdf('/files/a', WAY)).rejects.toMatchObject({ message: 'no_printer' })
    await expect(answering('full').saveFile('/files/a', 'a')).rejects.toMatchObject({ message: 'full' })
    await expect(answering('refused').printPdf('/files/a', WAY)).rejects.toMatchObject({ message: 'refused' })
  })
})
