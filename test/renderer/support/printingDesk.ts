import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import type { PrintOptions } from '../../../renderer/host'
import { i18n, useLocale } from '../../../renderer/i18n'
import { useOffice } from '../../../renderer/stores/office'
import { useSession } from '../../../renderer/stores/session'
import KToasts from '../../../renderer/ui/KToasts.vue'
import type { StandInBridge } from './standInBridge'

/** Waits until everything under way is drawn. */
export const settle = async (ms = 0) => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
  for (let turn = 0; turn < 14; turn++) await new Promise((resolve) => setTimeout(resolve))
}

type Answer = unknown

/** A desk with printers, before a host that answers as it is told and remembers what it was asked. */
export class PrintingDesk {
  readonly pinia: Pinia = createPinia()
  readonly sent: { procedure: string; input: Record<string, unknown> }[] = []
  /** Files that were asked for. */
  readonly files: string[] = []
  answers: Record<string, (input: Record<string, unknown>) => Answer> = {}
  /** Status of a file, by its path without the query. */
  status: (path: string) => number = () => 200
  readonly #opened: VueWrapper[] = []

  constructor(
    readonly bridge: StandInBridge,
    { may = ['papers.print', 'papers.manage', 'slips.issue', 'register.read'] as readonly string[] } = {},
  ) {
    useLocale().choose('kk')
    vi.stubGlobal('fetch', this.fetch)
    setActivePinia(this.pinia)
    useSession().$patch({ caller: { id: 1, permissions: may, actsFor: [] } as never })
    useOffice()
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (typeof input === 'string' && input.startsWith('/files/') && init?.method !== 'POST') {
      this.files.push(input)
      return new Response('%PDF-', { status: this.status(input.split('?')[0]!) })
    }
    const request = new Request(typeof input === 'string' ? new URL(input, 'http://kiris.test') : input, init)
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/files/')) return this.#upload(pathname)
    const procedure = pathname.slice('/rpc/'.length)
    const { json = {} } = (await request.json().catch(() => ({}))) as { json?: Record<string, unknown> }
    this.sent.push({ procedure, input: json })
    const answer = this.answers[procedure]
    return answer ? reply(await answer(json)) : reply({ defined: false, code: 'internal', status: 500, data: {} }, 500)
  }

  #upload(path: string): Response {
    this.files.push(path)
    const answer = this.answers[path]?.({})
    return new Response(JSON.stringify(answer), { status: 200, headers: { 'content-type': 'application/json' } })
  }

  inputs(procedure: string): Record<string, unknown>[] {
    return this.sent.filter((one) => one.procedure === procedure).map((one) => one.input)
  }

  /** Opens screens side by side in one window. */
  async show(...screens: [Component, Record<string, unknown>?][]): Promise<void> {
    const All = defineComponent(() => () => [...screens.map(([screen, props]) => h(screen, props)), h(KToasts)])
    this.#opened.push(mount(All, { global: { plugins: [this.pinia, i18n] }, attachTo: document.body }))
    await settle()
  }

  /** Leaves the screens that are open. */
  leave(): void {
    for (const one of this.#opened.splice(0)) one.unmount()
  }

  close(): void {
    this.leave()
    document.body.innerHTML = ''
    localStorage.clear()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  }
}

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}

/** What went to a printer. */
export type Printed = [path: string, options: PrintOptions]

export const at = (name: string) => document.querySelector<HTMLElement>(`[data-test="${name}"]`)!
export const said = () => document.body.textContent!.replace(/\s+/g, ' ')

export async function press(code: string, options: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...options }))
  await settle()
}

export async function click(name: string): Promise<void> {
  at(name).click()
  await settle()
}

export async function type(name: string, text: string): Promise<void> {
  const field = at(name) as HTMLInputElement
  field.value = text
  field.dispatchEvent(new Event('input'))
  await settle()
}

/** Chooses from a list of the kit by the words of the choice. */
export async function choose(name: string, words: string): Promise<void> {
  await click(name)
  const option = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find((one) => one.textContent!.includes(words))!
  option.dispatchEvent(new Event('pointerdown', { bubbles: true, cancelable: true }))
  await settle()
}
