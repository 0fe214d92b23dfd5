import { defineAsyncComponent, type Component } from 'vue'

const panel = import.meta.glob<{ default: Component }>('../slip/SlipPanel.vue')['../slip/SlipPanel.vue']

/** The slip's preview and printing, loaded when first wanted. */
export const SlipPanel = panel ? defineAsyncComponent(panel) : null
