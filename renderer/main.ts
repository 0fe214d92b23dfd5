import { createPinia } from 'pinia'
import { createApp } from 'vue'
import './css/fonts.css'
import './css/tokens.css'
import './css/kiris.css'
import './css/kit.css'
import App from './App.vue'
import { i18n } from './i18n'
import { router } from './router'

// Pinia comes before the router: the first navigation already asks the stores who is calling.
createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
