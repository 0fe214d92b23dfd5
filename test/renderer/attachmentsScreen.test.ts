import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Attachment } from '#shared/contract'
import { AppFault } from '../../renderer/api/fault'
import { isStampable } from '../../renderer/features/attachments/entryFiles'
import FileRow from '../../renderer/features/attachments/FileRow.vue'
import FilesTable from '../../renderer/features/attachments/FilesTable.vue'
import { useIncomingFiles } from '../../renderer/features/attachments/incoming'
import type { LetterFile } from '../../renderer/features/attachments/letterFiles'
import { i18n, useLocale } from '../../renderer/i18n'

const pinia = createPinia()
const opened: VueWrapper[] = []

beforeEach(() => {
  setActivePinia(pinia)
  useLocale().choose('ru')
})
afterEach(() => {
  for (const wrapper of opened.splice(0)) wrapper.unmount()
  vi.unstubAllGlobals()
})

function show(...[component, props]: Parameters<typeof mount>): VueWrapper {
  const wrapper = mount(component, { ...props, global: { plugins: [pinia, i18n] }, attachTo: document.body })
  opened.push(wrapper)
  return wrapper
}

const attachment = (change: Partial<Attachment> = {}): Attachment => ({
  ...{ id: 1, appealId: 9, name: 'письмо.pdf', kind: 'pdf', type: 'application/pdf', bytes: 1_468_006, sha256: 'a'.repeat(64) },
  ...{ pages: 3, condition: 'whole', role: 'letter', addedAt: '2026-12-11T06:05:00.000Z', addedBy: 'Қасенова А. Т.' },
  ...{ stamped: null, withdrawn: null },
  ...change,
})

describe('a file that comes in', () => {
  const row = (file: Partial<LetterFile>) =>
    show(FileRow, {
      props: { file: { key: 1, name: 'письмо.pdf', bytes: 2048, role: 'letter', ...file }, chosen: false },
    } as never)

  it('tells how much of it was sent', () => {
    const wrapper = row({ state: 'sending', sent: 1024 } as Partial<LetterFile>)
    expect(wrapper.text()).toContain('отправлено 50 % из 2 КБ')
    expect(wrapper.get('progress').attributes('value')).toBe('50')
    expect(wrapper.get('button').attributes('aria-label')).toBe('Остановить отправку: письмо.pdf')
  })

  it('tells beside its name what happened and what to do', () => {
    const fault = new AppFault('attachments.executable', { name: 'письмо.pdf' })
    const wrapper = row({ state: 'failed', fault, again: null } as Partial<LetterFile>)
    expect(wrapper.get('[role="alert"]').text()).toContain('файлы программ не принимаются. Выберите сам документ')
  })

  it('says that a password keeps it from being shown, and what to ask for; and what was done to its name', () => {
    const file = { ...attachment({ condition: 'encrypted' }), token: 't', stagedAt: '', notices: ['ending'] }
    const wrapper = row({ state: 'taken', file, path: '/files/staged/t' } as unknown as Partial<LetterFile>)
    expect(wrapper.text()).toContain('PDF, 1,4 МБ, 3 страницы')
    expect(wrapper.text()).toContain('Запросите у заявителя копию без пароля')
    expect(wrapper.text()).toContain('Окончание имени исправлено')
  })
})

describe('the files of an entry', () => {
  it('keep a withdrawn one in sight with its reason, and tell the stamped copy from the original', () => {
    const withdrawn = { at: '2026-12-11T06:08:00.000Z', by: 'Қасенова А. Т.', reason: 'чужое письмо' }
    const place = { page: 1, x: 170, y: 270, turn: 0, russian: false }
    const files = [attachment({ withdrawn }), attachment({ id: 2, stamped: { of: 1, place } })]
    const rows = show(FilesTable, { props: { files, chosen: 2 } } as never).findAll('tbody tr')
    expect(rows[0]!.classes()).toContain('gone')
    expect(rows[0]!.text()).toContain('Қасенова А. Т.; причина: чужое письмо')
    expect(rows[1]!.text()).toContain('копия со штампом')
    expect(rows[1]!.get('button').attributes('aria-pressed')).toBe('true')
  })

  it.each<[string, Partial<Attachment>, boolean]>([
    ['a whole PDF', {}, true],
    ['a whole TIFF', { kind: 'tiff' }, true],
    ['a PDF with a password', { condition: 'encrypted' }, false],
    ['a damaged picture', { kind: 'jpeg', condition: 'damaged' }, false],
    ['a recording', { kind: 'audio', pages: null }, false],
    ['a stamped copy', { stamped: { of: 1, place: { page: 1, x: 0, y: 0, turn: 0, russian: false } } }, false],
    ['a withdrawn file', { withdrawn: { at: '', by: '', reason: '' } }, false],
  ])('let a stamp be put on %s only where one can be: %s', (_what, change, expected) => {
    expect(isStampable(attachment(change))).toBe(expected)
  })
})

describe('files pasted and dropped', () => {
  let taken: string[]
  let active: boolean

  beforeEach(() => {
    taken = []
    active = true
    const setup = () => {
      const take = (files: File[]) => void taken.push(...files.map(({ name }) => name))
      useIncomingFiles(take, { active: () => active, nameOf: (ending) => `из буфера.${ending}` })
      return () => h('textarea')
    }
    show(defineComponent({ setup }), {})
  })

  function send(name: 'paste' | 'drop', files: File[], types: string[], target: EventTarget = document.body): Event {
    const event = new Event(name, { bubbles: true, cancelable: true })
    Object.assign(event, { [name === 'paste' ? 'clipboardData' : 'dataTransfer']: { files, types } })
    target.dispatchEvent(event)
    return event
  }
  const field = () => document.querySelector('textarea')!
  const picture = () => new File(['x'], 'image.png', { type: 'image/png' })

  it('are taken from wherever they are dropped on the screen', () => {
    const event = send('drop', [new File(['x'], 'скан.pdf')], ['Files'])
    expect(taken).toEqual(['скан.pdf'])
    expect(event.defaultPrevented).toBe(true)
  })

  it('get a name where the clipboard has none', () => {
    send('paste', [picture()], ['Files'])
    expect(taken).toEqual(['из буфера.png'])
  })

  it('are taken in a field too, but text stays text', () => {
    const text = send('paste', [picture()], ['text/plain', 'Files'], field())
    expect(taken).toEqual([])
    expect(text.defaultPrevented).toBe(false)
    send('paste', [picture()], ['Files'], field())
    expect(taken).toEqual(['из буфера.png'])
  })

  it('are left alone while nothing can come in, but never replace the page', async () => {
    active = false
    await flushPromises()
    const event = send('drop', [new File(['x'], 'скан.pdf')], ['Files'])
    expect(taken).toEqual([])
    expect(event.defaultPrevented).toBe(true)
  })
})
