import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'
import type { Resolution } from '#shared/contract'
import type { Role } from '#shared/domain'
import ResolutionsTab from '../../../renderer/features/card/ResolutionsTab.vue'
import { i18n } from '../../../renderer/i18n'
import { useSession } from '../../../renderer/stores/session'
import { caller, DeskHost, load } from './deskHost'
import { entry } from './entryHost'
import { closeOfficeWindow, openOfficeWindow } from './officeWindow'

/** The resolutions of an entry on its card; the live bindings hold the present test’s. */
export let host: DeskHost
export let shown: VueWrapper

/** Before each test a fresh host with two executors. */
export function useResolutionsTab(): void {
  beforeEach(() => {
    host = new DeskHost()
    host.executors = [load(11, 'Бекенов А. Ж.'), load(12, 'Тен В. Р.')]
    openOfficeWindow(host)
  })
  afterEach(() => closeOfficeWindow(shown))
}

/** Shows an entry in work to somebody. */
export function show(role: Role, id: number, resolutions: Resolution[], change: Parameters<typeof entry>[0] = {}): void {
  useSession().caller = caller(role, id, 'Өзім А. А.')
  const appeal = entry({ status: 'execution', version: 3, control: false, ...change })
  const props = { appeal, resolutions, fault: null }
  shown = mount(ResolutionsTab, { global: { plugins: [i18n] }, attachTo: document.body, props })
}
export const buttons = () => shown.findAll('.tools button').map((button) => button.text())
export const dialog = () => document.querySelector<HTMLElement>('.k-dialog')!
export const confirm = () => dialog().querySelector<HTMLElement>('.k-dialog-acts .btn')!.click()

/** Writes into a field. */
export async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
