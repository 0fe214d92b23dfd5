import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { CARD_TABS, useCardTabs } from '../../renderer/features/card/cardTabs'
import { i18n } from '../../renderer/i18n'

/** The parts of a card as buttons; the one that lies open is pressed. */
const Tabs = defineComponent(() => {
  const { tab } = useCardTabs(() => ({}))
  return () =>
    CARD_TABS.map(({ value }) =>
      h('button', { id: value, 'aria-pressed': tab.value === value, onClick: () => (tab.value = value) }),
    )
})

/** A window loaded at an address. */
async function load(address: string) {
  const routes = [{ path: '/letters/:id', name: 'card', component: Tabs }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const shown = mount(RouterView, { global: { plugins: [router, i18n] } })
  return { router, shown, open: () => shown.find('[aria-pressed="true"]').attributes('id') }
}

it('the part of a card that lies open is in its address, so that a reload leads to it again', async () => {
  const { router, shown, open } = await load('/letters/7?do=correct')
  expect(open()).toBe('facts')
  await shown.find('#files').trigger('click')
  await flushPromises()
  expect(open()).toBe('files')
  expect(router.currentRoute.value.query).toEqual({ do: 'correct', tab: 'files' })
  expect((await load(router.currentRoute.value.fullPath)).open()).toBe('files')
})

it('a card whose address names no part begins with the facts', async () => {
  expect((await load('/letters/7?tab=nothing')).open()).toBe('facts')
})
