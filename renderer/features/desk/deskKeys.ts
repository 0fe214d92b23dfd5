import { useI18n } from 'vue-i18n'
import type { KeyMap } from '../../keys'
import { useNamedKeys, type KeyGroup } from '../frame/namedKeys'
import type { useDeskActs } from './deskActs'
import type { HeadDesk } from './headDesk'
import { DEPUTY_KEY } from './whoKeys'

/** What only the screen of the desk can do. */
interface Hands {
  issue: () => void
  undo: () => void
  edit: () => void
  nextPage: () => void
  load: () => void
  leave: () => void
}

/** Binds the keys of the head's desk: how a resolution is put together, and how one moves through the letters. */
export function useDeskKeys(
  { letter, issued }: HeadDesk,
  acts: ReturnType<typeof useDeskActs>,
  { hands, active }: { hands: Hands; active: () => boolean },
): void {
  const { t } = useI18n()
  const line = (text: string, map: KeyMap) => ({ text: t(text), map })
  const { rows } = acts

  const order = (): KeyGroup['lines'] => [
    line('desk.what.title', rows.value.what),
    line('desk.who.title', rows.value.who),
    ...(acts.deputies.value.length > 0 ? [line('desk.acts.deputy', { [DEPUTY_KEY]: acts.deputy })] : []),
    line('desk.when.title', rows.value.when),
    line('desk.acts.control', { KeyB: acts.control }),
    line('desk.acts.edit', { F2: hands.edit }),
    line('desk.sheet.clear', { Backspace: acts.clear }),
    line('desk.acts.issue', { Enter: hands.issue, 'Ctrl+Enter': hands.issue }),
  ]
  const undo = (): KeyGroup['lines'] => [line('desk.sheet.undo', { 'Ctrl+KeyZ': hands.undo })]
  const queue = (): KeyGroup['lines'] => [
    line('desk.sheet.next', { KeyJ: () => acts.go(1) }),
    line('desk.sheet.previous', { KeyK: () => acts.go(-1) }),
    ...(letter.value ? [line('desk.sheet.later', { KeyL: acts.later }), line('desk.sheet.page', { Space: hands.nextPage })] : []),
    line('desk.sheet.refresh', { F5: hands.load }),
    line('desk.sheet.leave', { Escape: hands.leave }),
  ]

  useNamedKeys(
    () => [
      { title: t('desk.title'), lines: [...(letter.value ? order() : []), ...(issued.value ? undo() : [])] },
      { title: t('desk.queue.label'), lines: queue() },
    ],
    { active },
  )
}
