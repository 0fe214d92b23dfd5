import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, nextTick, ref, shallowRef, type Component } from 'vue'
import type { Attachment } from '#shared/contract'
import { AppFault } from '../../renderer/api/fault'
import type { EntryFiles } from '../../renderer/features/attachments/entryFiles'
import FilesTab from '../../renderer/features/attachments/FilesTab.vue'
import IncomingFiles from '../../renderer/features/attachments/IncomingFiles.vue'
import { LetterFiles, type LetterFile } from '../../renderer/features/attachments/letterFiles'
import RegistrationFoot from '../../renderer/features/registration/RegistrationFoot.vue'
import { i18n, useLocale } from '../../renderer/i18n'
import { useOffice } from '../../renderer/stores/office'
import { useSession } from '../../renderer/stores/session'
import { entry } from './support/entryHost'

// The page to be stamped is drawn on a canvas, which there is none of here; the dialog around it is a real one.
vi.mock('../../renderer/features/attachments/StampFileDialog.vue', async () => {
  const { default: KDialog } = await import('../../renderer/ui/KDialog.vue')
  const copy = { stamped: { of: 1, place: { page: 1, x: 170, y: 270, turn: 0, russian: false } } }
  const setup = (_: object, { emit }: { emit: (name: 'done' | 'closed', files?: Attachment[]) => void }) => {
    const put = (): void => {
      emit('closed')
      emit('done', [attachment(), attachment({ id: 2, ...copy })])
    }
    return () => h(KDialog, { open: true, title: '' }, () => h('button', { 'data-test': 'put', onClick: put }))
  }
  return { __esModule: true, default: defineComponent({ emits: ['done', 'closed'], setup }) }
})

const pinia = createPinia()
const opened: VueWrapper[] = []

beforeEach(() => {
  setActivePinia(pinia)
  useLocale().choose('kk')
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  vi.stubGlobal('fetch', () => Promise.resolve(answer({ folder: 'none', scans: [] })))
})
afterEach(() => {
  for (const wrapper of opened.splice(0)) wrapper.unmount()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const answer = (json: unknown): Response =>
  new Response(JSON.stringify({ json, meta: [] }), { headers: { 'content-type': 'application/json' } })

function show(component: Component, props: object): VueWrapper {
  const wrapper: VueWrapper = mount(component, { props, global: { plugins: [pinia, i18n] }, attachTo: document.body })
  opened.push(wrapper)
  return wrapper
}

function attachment(change: Partial<Attachment> = {}): Attachment {
  return {
    ...{ id: 1, appealId: 612, name: 'хат.pdf', kind: 'pdf', type: 'application/pdf', bytes: 2048, sha256: 'a'.repeat(64) },
    ...{ pages: 1, condition: 'whole', role: 'letter', addedAt: '2026-12-11T06:05:00.000Z', addedBy: 'Қасенова А. Т.' },
    ...{ stamped: null, withdrawn: null },
    ...change,
  }
}

describe('a list of files that come in', () => {
  const waiting = (key: number): LetterFile => {
    return { key, name: `${key}.pdf`, bytes: 10, role: 'annex', state: 'sending', sent: null }
  }
  const refused = (key: number): LetterFile => {
    return { ...waiting(key), state: 'failed', fault: new AppFault('attachments.executable', { name: 'a' }), again: null }
  }

  it('is moved to what has just come, and to what was refused wherever it stands', async () => {
    const seen: string[] = []
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      seen.push(this.querySelector('.name')!.textContent!.trim())
    })
    const incoming = new LetterFiles()
    show(IncomingFiles, { incoming, active: true, chosen: null })
    incoming.files.value = [waiting(1), waiting(2), waiting(3)]
    await nextTick()
    expect(seen).toEqual(['3.pdf'])
    incoming.files.value = [waiting(1), refused(2), waiting(3)]
    await nextTick()
    expect(seen).toEqual(['3.pdf', '2.pdf'])
    incoming.files.value = [waiting(1), refused(2)]
    await nextTick()
    expect(seen).toHaveLength(2)
  })
})

describe('the files of an entry', () => {
  const tab = ({ mayAdd = true, incoming = new LetterFiles(612) } = {}): VueWrapper => {
    useSession().$patch({ caller: { id: 1, permissions: ['attachments.write'], actsFor: [] } as never })
    const [files, chosenId] = [ref([attachment(), attachment({ id: 5, name: 'қосымша.pdf' })]), ref(1)]
    const desk = {
      ...{
        files,
        fault: ref(null),
        mayAdd: ref(mayAdd),
        incoming: shallowRef(incoming),
        looked: ref(null),
        load: () => Promise.resolve(),
      },
      chosen: computed(() => files.value.find(({ id }) => id === chosenId.value) ?? null),
      choose: (id: number) => void (chosenId.value = id),
      show: (found: Attachment[]) => void (files.value = found),
    } as unknown as EntryFiles
    return show(FilesTab, { appeal: entry(), desk })
  }
  const focused = () => document.activeElement?.closest('[data-id]')?.getAttribute('data-id')

  it('take the focus to the stamped copy once it is made', async () => {
    const wrapper = tab()
    wrapper.get<HTMLElement>('[data-id="1"] .name').element.focus()
    await wrapper.get('[data-test="stamp-file"]').trigger('click')
    await vi.waitFor(() => expect(document.querySelector('[data-test="put"]')).not.toBeNull())
    document.querySelector<HTMLElement>('[data-test="put"]')!.click()
    await vi.waitFor(() => expect(focused()).toBe('2'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(focused()).toBe('2')
    expect(wrapper.get('[data-id="2"] .name').attributes('aria-pressed')).toBe('true')
  })

  it('that wait for an entry which is void meanwhile stay in sight until they are given up', async () => {
    const incoming = new LetterFiles(612)
    const file = { ...attachment(), token: 'a1', notices: [] } as never
    incoming.files.value = [{ key: 1, name: 'скан.pdf', bytes: 10, role: 'annex', state: 'taken', file, path: '' }]
    const asked: string[] = []
    vi.stubGlobal('fetch', (request: Request) => {
      asked.push(new URL(request.url).pathname)
      return Promise.resolve(answer({ folder: 'none', scans: [] }))
    })
    const wrapper = tab({ mayAdd: false, incoming })
    expect(wrapper.text()).toContain('Күші жойылған жазбаға файл қосылмайды.')
    expect(wrapper.get('[data-test="file"]').text()).toContain('скан.pdf')
    expect(wrapper.find('[data-test="attach"]').exists()).toBe(false)
    await wrapper.get('[data-test="give-up"]').trigger('click')
    expect(wrapper.find('[data-test="file"]').exists()).toBe(false)
    await vi.waitFor(() => expect(asked).toContain('/rpc/attachments/discard'))
  })

  it('keep focus and choice together when one steps through them', async () => {
    const wrapper = tab()
    const name = wrapper.get<HTMLElement>('[data-id="1"] .name')
    name.element.focus()
    await name.trigger('keydown', { code: 'ArrowDown' })
    expect(focused()).toBe('5')
    expect(wrapper.get('[data-id="5"] .name').attributes('aria-pressed')).toBe('true')
  })
})

describe('the keys of the registration', () => {
  it.each([
    ['', false],
    ['/srv/scans', true],
  ])('name the one for the newest scan only where a folder is set: «%s»', async (scanFolder, expected) => {
    useOffice().state = { rules: { scanFolder } } as never
    const foot = show(RegistrationFoot, { done: false })
    await flushPromises()
    expect(foot.text().includes('F9')).toBe(expected)
  })
})
