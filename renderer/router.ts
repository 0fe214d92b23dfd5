import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type RouteRecordRaw,
  START_LOCATION,
} from 'vue-router'
import type { Permission } from '#shared/domain'
import { useOffice } from './stores/office'
import { useSession } from './stores/session'
import SignInScreen from './features/session/SignInScreen.vue'

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'journal', component: () => import('./features/journal/JournalScreen.vue') },
  { path: '/sign-in', name: 'signIn', component: SignInScreen, meta: { open: true } },
  { path: '/setup', name: 'setup', component: () => import('./features/setup/SetupScreen.vue'), meta: { open: true } },
  {
    path: '/desk',
    name: 'desk',
    component: () => import('./features/desk/HeadDeskScreen.vue'),
    meta: { needs: 'routing.resolve' },
  },
  {
    path: '/tasks',
    name: 'tasks',
    component: () => import('./features/desk/TasksScreen.vue'),
    meta: { needs: 'routing.execute' },
  },
  {
    path: '/control',
    name: 'control',
    component: () => import('./features/control/ControlScreen.vue'),
    meta: { needs: 'register.read' },
  },
  {
    path: '/signing',
    name: 'signing',
    component: () => import('./features/signing/SigningScreen.vue'),
    meta: { needs: 'routing.resolve' },
  },
  {
    path: '/outgoing',
    name: 'outgoing',
    component: () => import('./features/outgoing/OutgoingScreen.vue'),
    meta: { needs: 'register.read' },
  },
  {
    path: '/inquiry',
    name: 'inquiry',
    component: () => import('./features/inquiry/InquiryScreen.vue'),
    meta: { needs: 'register.read' },
  },
  {
    path: '/check',
    name: 'check',
    component: () => import('./features/check/CheckScreen.vue'),
    meta: { needs: 'register.read' },
  },
  {
    path: '/closing',
    name: 'closings',
    component: () => import('./features/closings/ClosingsScreen.vue'),
    meta: { needs: 'days.close' },
  },
  {
    path: '/register',
    name: 'register',
    component: () => import('./features/registration/RegistrationScreen.vue'),
    meta: { needs: 'register.write' },
  },
  { path: '/letters/:id(\\d+)', name: 'card', component: () => import('./features/card/CardScreen.vue') },
  { path: '/calendar/:year(\\d{4})?', name: 'calendar', component: () => import('./features/calendar/CalendarScreen.vue') },
  { path: '/settings/:part?', name: 'settings', component: () => import('./features/settings/SettingsScreen.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
]

/** The places of the program. */
export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach((to, from) => admit(to, from))

/**
 * Who may go where: without an office only to the first start, without a person only to sign-in, with both anywhere but these two. What a person may do
 * there the handler decides; the screens only hide what would be refused.
 */
async function admit(to: RouteLocationNormalized, from: RouteLocationNormalized): Promise<RouteLocationRaw | true> {
  const session = useSession()
  await session.ready()
  if (session.facts?.needsSetup) return to.name === 'setup' ? true : { name: 'setup' }
  if (!session.caller)
    return to.name === 'signIn' ? true : { name: 'signIn', query: to.path === '/' ? {} : { next: to.fullPath } }
  if (to.meta['open']) return { name: homeOf(session.may) }
  await useOffice().ready()
  const { may } = session
  const needs = to.meta['needs'] as Permission | undefined
  if (needs && !may(needs)) return { name: 'journal' }
  return to.name === 'journal' ? begin(to, from, may) : true
}

type May = (permission: Permission) => boolean

/** Whoever only looks after the office has no journal. Whoever comes in begins at the own desk; from there the journal is one key away. */
function begin(to: RouteLocationNormalized, from: RouteLocationNormalized, may: May): RouteLocationRaw | true {
  if (!may('register.read') && may('office.manage')) return { name: 'settings' }
  const comesIn = from === START_LOCATION || from.name === 'signIn' || from.name === 'setup'
  const home = homeOf(may)
  return comesIn && to.fullPath === '/' && home !== 'journal' ? { name: home } : true
}

/** The screen a person's work begins with: the clerk's journal, the head's desk, the tasks of who executes. */
function homeOf(may: May): 'journal' | 'desk' | 'tasks' {
  if (may('register.write')) return 'journal'
  if (may('routing.resolve')) return 'desk'
  return may('routing.execute') ? 'tasks' : 'journal'
}
