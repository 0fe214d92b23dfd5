import { effectScope, nextTick, type EffectScope } from 'vue'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useChanged } from '../../renderer/stores/changes'
import { useSession } from '../../renderer/stores/session'
import { caller } from './support/deskHost'

/** The line to the host, as the browser gives it. */
class Line extends EventTarget {
  static readonly standing: Line[] = []
  constructor(readonly address: string) {
    super()
    Line.standing.push(this)
  }
  close(): void {
    Line.standing.splice(Line.standing.indexOf(this), 1)
  }
}

let window: EffectScope
const heard = vi.fn()

async function bring(state: DocumentVisibilityState): Promise<void> {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
  await nextTick()
}
const opens = () => Line.standing[0]!.dispatchEvent(new Event('open'))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Line)
  setActivePinia(createPinia())
  useSession().caller = caller('clerk', 1, 'Қасенова А. Т.')
  window = effectScope()
})
afterEach(async () => {
  window.stop()
  useSession().caller = null
  await nextTick()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  heard.mockReset()
})

it('a window out of sight keeps no line to the host, and sees everything anew when it is looked at again', async () => {
  window.run(() => useChanged(['appeal'], heard))
  expect(Line.standing.map(({ address }) => address)).toEqual(['/changes'])
  opens()
  vi.runAllTimers()
  expect(heard).not.toHaveBeenCalled()

  await bring('hidden')
  expect(Line.standing).toEqual([])

  await bring('visible')
  expect(Line.standing).toHaveLength(1)
  opens()
  vi.runAllTimers()
  expect(heard).toHaveBeenCalledTimes(1)
})

it('a window that was opened behind others asks again when it comes to the front', async () => {
  await bring('hidden')
  window.run(() => useChanged(['appeal'], heard))
  expect(Line.standing).toEqual([])
  await bring('visible')
  opens()
  vi.runAllTimers()
  expect(heard).toHaveBeenCalledTimes(1)
})
