import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { BadArgument, defaultDataDir, readArguments } from '../../electron/server/arguments'
import { isLoopback, serveOffice } from '../../electron/server/host'

const nothing = async (): Promise<Response> => new Response('ok')

describe('the Node host', () => {
  it('says when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(serveOffice(nothing, { host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    other.close()
  })

  it('says when the address is not this computer’s', async () => {
    await expect(serveOffice(nothing, { host: '203.0.113.7', port: 0 })).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' })
  })

  it('finishes what is under way before it stops', async () => {
    let finish: () => void = () => {}
    let begun: () => void = () => {}
    const hasBegun = new Promise<void>((resolve) => (begun = resolve))
    const slow = () => new Promise<Response>((resolve) => ((finish = () => resolve(new Response('done'))), begun()))
    const host = await serveOffice(slow, { host: '127.0.0.1', port: 0 })
    const answer = fetch(host.address).then((response) => response.text())
    await hasBegun
    const stopped = host.stop()
    finish()
    expect(await answer).toBe('done')
    await stopped
    await expect(fetch(host.address)).rejects.toThrow()
  })

  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['192.168.1.5', false],
    ['127.example.org', false],
  ])('knows whether only this computer reaches %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})

describe('the command line', () => {
  it('asks for nothing and gets this computer only, on a free port', () => {
    expect(readArguments([])).toMatchObject({ host: '127.0.0.1', port: 0, demo: false, data: undefined, open: true })
  })

  it('is read', () => {
    const given = ['--demo', '--data', '/srv/kiris', '--port', '8080', '--host', '0.0.0.0', '--no-open']
    expect(readArguments(given)).toMatchObject({ demo: true, data: '/srv/kiris', port: 8080, host: '0.0.0.0', open: false })
  })

  it.each([[['--nonsense']], [['--port', 'x']], [['--port', '70000']], [['--port', '-1']], [['--data', '']], [['surplus']]])(
    'refuses %s',
    (given) => {
      expect(() => readArguments(given)).toThrow(BadArgument)
    },
  )

  it('keeps the register where the system keeps data', () => {
    expect(defaultDataDir('linux', { XDG_DATA_HOME: '/d' })).toBe('/d/kiris/office')
    expect(defaultDataDir('win32', { APPDATA: 'C' })).toMatch(/^C.Kiris.office$/)
  })
})
