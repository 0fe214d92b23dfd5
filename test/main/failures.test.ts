import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { OfficeError, type OfficeErrorCode } from '../../electron/core/db/officeErrors'
import { noticeOf } from '../../electron/main/openFailed'
import { built, load, startMain, temporary, type Started } from './startMain'

beforeAll(built)

let started: Started | undefined
afterEach(() => started?.stop().then(() => (started = undefined)))

describe('an office that does not open', () => {
  it('is explained in both languages, written down, and the program ends', async () => {
    const dataDir = temporary()
    writeFileSync(join(dataDir, 'kiris.db'), 'this is no register'.repeat(1000))
    const loaded = await load({ dataDir })
    await vi.waitUntil(() => loaded.app.exit.mock.calls.length > 0, { timeout: 30_000 })
    const { title, text } = noticeOf(new OfficeError('damaged', { file: '', copy: '' }), '')
    const [shownTitle, shownText] = loaded.dialog.showErrorBox.mock.calls[0]!
    expect(shownTitle).toBe(title)
    expect(shownText.split('\n\n')).toHaveLength(text.split('\n\n').length)
    expect(loaded.app.exit.mock.calls).toEqual([[1]])
    expect(loaded.windows).toEqual([])
    expect(readFileSync(join(loaded.app.getPath('userData'), 'logs', 'kiris.log'), 'utf8')).toContain('start failed')
    loaded.undo()
  })

  it('is not opened twice at a time', async () => {
    started = await startMain()
    const second = await load({ dataDir: started.dataDir })
    await vi.waitUntil(() => second.app.exit.mock.calls.length > 0, { timeout: 30_000 })
    expect(second.dialog.showErrorBox.mock.calls[0]?.[0]).toBe(
      noticeOf(new OfficeError('locked', { holder: '', since: '' }), '').title,
    )
    second.undo()
  })

  const codes: Record<OfficeErrorCode | 'stopped', null> = {
    locked: null,
    newer_version: null,
    damaged: null,
    read_only: null,
    full: null,
    migration_failed: null,
    no_register: null,
    older_version: null,
    stopped: null,
  }
  it.each(Object.keys(codes))('%s has a text in Kazakh and in Russian that says what to do', (code) => {
    const error =
      code === 'stopped'
        ? new Error('any')
        : new OfficeError(code as OfficeErrorCode, { holder: 'А-12', since: '24.11.2026', file: 'kiris.db', copy: 'copy.db' })
    const { title, text } = noticeOf(error, '/logs/kiris.log')
    expect(title.split(' / ')).toHaveLength(2)
    const [kk, ru] = text.split('\n\n')
    expect(kk).toMatch(/[әғқңөұүһі]/)
    expect(ru).toMatch(/[а-я]/)
    expect(text).not.toMatch(/[{}]/)
    if (code === 'stopped') expect(text).toContain('/logs/kiris.log')
  })
})

describe('a fault nobody caught', () => {
  it('is written down and ends the program with a word, never going on', async () => {
    const before = process.listeners('uncaughtException')
    started = await startMain()
    const [ours] = process.listeners('uncaughtException').filter((listener) => !before.includes(listener))
    ours!(new Error('printer on fire'), 'uncaughtException')
    expect(started.app.exit.mock.calls).toEqual([[1]])
    const log = join(started.app.getPath('userData'), 'logs', 'kiris.log')
    expect(started.dialog.showErrorBox.mock.calls[0]?.[1]).toContain(log)
    expect(readFileSync(log, 'utf8')).toContain('printer on fire')
  })
})

describe('a page that is lost', () => {
  it('is loaded anew, and the third loss in a minute ends the program', async () => {
    started = await startMain()
    const contents = started.window.webContents
    const lose = () => contents.fire('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    lose()
    lose()
    expect([contents.reload.mock.calls.length, started.app.exit.mock.calls.length]).toEqual([2, 0])
    lose()
    expect([contents.reload.mock.calls.length, started.app.exit.mock.calls]).toEqual([2, [[1]]])
  })

  it('is ended after half a minute without an answer, not when it answers again', async () => {
    started = await startMain()
    vi.useFakeTimers()
    const { window } = started
    window.emit('unresponsive')
    window.emit('responsive')
    vi.advanceTimersByTime(60_000)
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled()
    window.emit('unresponsive')
    vi.advanceTimersByTime(30_000)
    vi.useRealTimers()
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce()
  })
})
