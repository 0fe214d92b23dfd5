import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { i18n } from '../../renderer/i18n'
import KDialog from '../../renderer/ui/KDialog.vue'
import KToasts from '../../renderer/ui/KToasts.vue'
import { useToasts } from '../../renderer/ui/toasts'

it('notices go when a dialog opens, what failed stays, and what the dialog itself says is shown', async () => {
  const open = ref(false)
  const Screen = defineComponent(() => () => [h(KToasts), h(KDialog, { open: open.value, title: 'Алып тастау' })])
  const wrapper = mount(Screen, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  const { show } = useToasts()
  const said = () => wrapper.findAll('.toast').map((toast) => toast.text())
  show({ kind: 'done', text: 'Тіркелді.' })
  show({ kind: 'fault', text: 'Басып шығарылмады.' })
  await flushPromises()
  expect(said()).toEqual(['Тіркелді.', 'Басып шығарылмады.'])
  open.value = true
  await flushPromises()
  expect(said()).toEqual(['Басып шығарылмады.'])
  show({ kind: 'info', text: 'Жаңа скан.' })
  await flushPromises()
  expect(said()).toEqual(['Жаңа скан.', 'Басып шығарылмады.'])
  wrapper.unmount()
})
