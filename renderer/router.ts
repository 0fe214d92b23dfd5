import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type RouteRecordRaw,
} from 'vue-router'
import { useOffice } from './stores/office'
import { useSession } from './stores/session'
import SignInScreen from './features/session/SignInScreen.vue'

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'journal', component: () => import('./features/journal/JournalScreen.vue') },
  { path: '/sign-in', name: 'signIn', component: SignInScreen, meta: { open: true } },
  { path: '/setup', name: 'setup', component: () => import('./features/setup/SetupScreen.vue'), meta: { open: true } },
  { path: '/register', name: 'register', component: () => import('./features/registration/RegistrationScreen.vue') },
  { path: '/letters/:id(\\d+)', name: 'card', component: () => import('./features/card/CardScreen.vue') },
  { path: '/calendar/:year(\\d{4})?', name: 'calendar', component: () => import('./features/calendar/CalendarScreen.vue') },
  { path: '/settings/:part?', name: 'settings', component: () => import('./features/settings/SettingsScreen.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
]

/** The places of the program. */
export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach((to) => admit(to))

/**
 * Who may go where: without an office only to the first start, without a person only to sign-in, with both anywhere but these two. What a person may do
 * there the handler decides; the screens only hide what would be refused.
 */
async function admit(to: RouteLocationNormalized): Promise<RouteLocationRaw | true> {
  const session = useSession()
  await session.ready()
  if (session.facts?.needsSetup) return to.name === 'setup' ? true : { name: 'setup' }
  if (!session.caller)
    return to.name === 'signIn' ? true : { name: 'signIn', query: to.path === '/' ? {} : { next: to.fullPath } }
  if (to.meta['open']) return { name: 'journal' }
  await useOffice().ready()
  // Whoever only looks after the office has no journal; whoever may not register has no form.
  const { may } = session
  if (to.name === 'journal' && !may('register.read') && may('office.manage')) return { name: 'settings' }
  if (to.name === 'register' && !may('register.write')) return { name: 'journal' }
  return true
}
