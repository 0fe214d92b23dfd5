import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftPapers } from '../../renderer/features/decisions/decisionActs'
import LetterPreview from '../../renderer/features/decisions/LetterPreview.vue'
import { i18n, useLocale } from '../../renderer/i18n'

/** The story: the preview beside a draft follows every save without flashing, and never shows one letter while another is spoken of. */

let shown: VueWrapper | undefined
let refused = false
const papers = (version: number, id = 5) => draftPapers({ id, act: 'redirectWhole', version })

async function show(version: number): Promise<VueWrapper> {
  shown = mount(LetterPreview, { global: { plugins: [i18n] }, props: { papers: papers(version) } })
  await flushPromises()
  return shown
}
const frames = () =>
  shown!.findAll('iframe').map((frame) => frame.attributes('src')!.replace(/^\/files\/letters\/draft\/|#.*$/g, ''))
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await flushPromises()
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  refused = false
  vi.stubGlobal('fetch', async () => new Response(refused ? null : '%PDF', { status: refused ? 404 : 200 }))
  setActivePinia(createPinia())
  useLocale().choose('kk')
})
afterEach(() => {
  shown?.unmount()
  shown = undefined
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the preview of a letter', () => {
  it('keeps the version in sight until the next is drawn beneath it', async () => {
    const preview = await show(1)
    expect(frames()).toEqual(['5/redirectCover.pdf?v=1'])
    await preview.setProps({ papers: papers(2) })
    await flushPromises()
    expect(frames()).toEqual(['5/redirectCover.pdf?v=1', '5/redirectCover.pdf?v=2'])
    expect(preview.findAll('iframe').map((frame) => frame.attributes('aria-hidden'))).toEqual(['false', 'true'])
    const drawn = preview.findAll('iframe')[1]!
    await drawn.trigger('load')
    expect(frames()).toHaveLength(2)
    await pass(400)
    expect(frames()).toEqual(['5/redirectCover.pdf?v=2'])
    // A frame that is put elsewhere would begin to load again.
    expect(preview.find('iframe').element).toBe(drawn.element)
  })

  it('draws only the last of several saves in a row, and shows it even where no frame says that it is there', async () => {
    const preview = await show(1)
    for (const version of [2, 3]) {
      await preview.setProps({ papers: papers(version) })
      await flushPromises()
    }
    expect(frames()).toEqual(['5/redirectCover.pdf?v=1', '5/redirectCover.pdf?v=3'])
    await pass(4_100)
    expect(frames()).toEqual(['5/redirectCover.pdf?v=3'])
  })

  it('takes another letter away at once', async () => {
    const preview = await show(1)
    await preview.setProps({ at: 1 })
    expect(frames()).not.toContain('5/redirectCover.pdf?v=1')
    await flushPromises()
    expect(frames()).toEqual(['5/redirectNotice.pdf?v=1'])
    await preview.setProps({ papers: papers(7, 6), at: 0 })
    await flushPromises()
    expect(frames()).toEqual(['6/redirectCover.pdf?v=7'])
  })

  it('says why there is none, and shows no raw answer in a frame', async () => {
    refused = true
    const preview = await show(1)
    expect(frames()).toEqual([])
    expect(preview.find('[role="alert"]').exists()).toBe(true)
    refused = false
    await preview.setProps({ papers: papers(2) })
    await flushPromises()
    expect(preview.find('[role="alert"]').exists()).toBe(false)
    expect(frames()).toEqual(['5/redirectCover.pdf?v=2'])
  })
})
