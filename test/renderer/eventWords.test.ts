import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useEventWords } from '../../renderer/features/card/eventWords'
import { i18n, useLocale } from '../../renderer/i18n'

beforeEach(() => {
  setActivePinia(createPinia())
  useLocale().choose('ru')
})

/** What the history says of an event. */
function told(action: string, details: Record<string, unknown>): string {
  const Told = defineComponent(() => {
    const { title, details: text } = useEventWords().tell({ action, details } as never)
    return () => h('p', `${title}. ${text}`)
  })
  return mount(Told, { global: { plugins: [i18n] } }).text()
}

const REGISTERED = { number: 'Ж-0619/26', deadline: '2026-12-21' }
const SLIP = { number: 'Ж-0619/26', copy: 2, languages: 'kk', deadline: '2026-12-21' }
const PRINT = { paper: 'card', title: 'Ж-0619/26' }

it.each([
  ['appeal.registered', REGISTERED, 'Зарегистрировано. Ж-0619/26, срок 21.12.2026'],
  ['appeal.registered', { ...REGISTERED, files: 'хат.pdf, фото.jpg' }, 'файлы: хат.pdf, фото.jpg'],
  ['slip.issued', SLIP, 'Выдан дубликат талона. Экземпляр: 2, язык: казахский'],
  ['slip.issued', { ...SLIP, format: 'roll80' }, 'язык: казахский, бумага: '],
  ['paper.printed', { ...PRINT, copies: 2 }, 'Распечатано. '],
  ['paper.printed', { ...PRINT, copies: null }, 'Открыто окно печати. '],
  ['attachment.added', { names: 'хат.pdf' }, 'Приложен файл. хат.pdf'],
  ['attachment.withdrawn', { name: 'хат.pdf', reason: 'не тот' }, 'хат.pdf; причина: не тот'],
])('%s tells what happened: %j', (action, details, expected) => {
  const text = told(action, details)
  expect(text).toContain(expected)
  // No key and no empty place is left in what people read.
  expect(text).not.toMatch(/[{}]|roll80|null|undefined/)
})
