import { defineAsyncComponent } from 'vue'

/** The slip's preview and printing, loaded when first wanted. */
export const SlipPanel = defineAsyncComponent(() => import('../slips/SlipPanel.vue'))
