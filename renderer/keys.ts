import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue'

/** Keys by their place: `Ctrl+`, `Alt+`, `Shift+` in this order, then `event.code`, e.g. `Alt+KeyN`, `Ctrl+Shift+Enter`, `F3`, `Digit1`. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

interface Layer {
  map: () => KeyMap
  /** Keys below this layer sleep (dialogs, the lock). */
  modal: boolean
}

const layers: Layer[] = []

/** The binding a key press stands for. The number pad counts as the main keys, so that both Enters and both ones are alike. */
export function chordOf(event: KeyboardEvent): string {
  const code = event.code
    .replace(/^Numpad(?=Enter$)/, '')
    .replace(/^Numpad(\d)$/, (whole, digit: string) => (event.key === digit ? `Digit${digit}` : whole))
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${code}`
}

const NO_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}

const PRESSABLE =
  'button, a[href], summary, [role="button"], [role="option"], [role="menuitem"], [role="tab"], [role="radio"], [role="combobox"]'

/** Whether the press belongs to what has the focus: letters to a text field, Enter and Space to a button. */
function isTaken(event: KeyboardEvent): boolean {
  // AltGr writes a character; Windows reports it as Ctrl and Alt together.
  const writes = event.ctrlKey && event.altKey && event.getModifierState('AltGraph')
  if (event.isComposing || writes) return true
  // A radio of the kit forbids Enter its default, with Ctrl too; Ctrl+Enter is meant for the screen all the same.
  if (/Enter$/.test(event.code) && event.ctrlKey) return false
  if (event.defaultPrevented) return true
  if (event.ctrlKey || event.altKey || event.metaKey || /^(F\d+|Escape)$/.test(event.code)) return false
  if (isTextField(event.target)) return true
  const pressing = /^(Numpad)?Enter$|^Space$/.test(event.code)
  return pressing && event.target instanceof Element && event.target.closest(PRESSABLE) !== null
}

function onKeydown(event: KeyboardEvent): void {
  if (isTaken(event)) return
  const chord = chordOf(event)
  for (const layer of [...layers].reverse()) {
    const run = layer.map()[chord]
    if (run) {
      event.preventDefault()
      // A held key moves on in a list, but never confirms twice.
      if (!event.repeat || !/Ctrl|Alt|Enter/.test(chord)) run(event)
      return
    }
    if (layer.modal) return
  }
}

function add(layer: Layer): void {
  if (layers.length === 0) window.addEventListener('keydown', onKeydown)
  layers.push(layer)
}

function remove(layer: Layer): void {
  const at = layers.indexOf(layer)
  if (at >= 0) layers.splice(at, 1)
  if (layers.length === 0) window.removeEventListener('keydown', onKeydown)
}

/**
 * Binds keys for as long as the component lives and `active` holds. What was bound last wins (a child over its screen, a dialog over all); `modal` puts every key
 * below to sleep. While a text field has the focus only function keys, Escape and chords with Ctrl or Alt arrive here.
 */
export function useKeys(
  map: MaybeRefOrGetter<KeyMap>,
  { active = true, modal = false }: { active?: MaybeRefOrGetter<boolean>; modal?: boolean } = {},
): void {
  const layer: Layer = { map: () => toValue(map), modal }
  watch(
    () => toValue(active),
    (on) => (on ? add(layer) : remove(layer)),
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(() => remove(layer))
}

const LABELS: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Insert: 'Ins',
  Delete: 'Del',
}

/** How a binding is written on a key, in Latin as on every keyboard: `Alt+KeyN` → `Alt+N`. */
export function keyLabel(chord: string): string {
  const parts = chord.split('+')
  const code = parts.pop()!
  return [...parts, LABELS[code] ?? code.replace(/^(Key|Digit)/, '')].join('+')
}

/** The binding as `aria-keyshortcuts` wants it: `Ctrl+Enter` → `Control+Enter`. */
export function ariaKeys(chord: string): string {
  return chord.replace('Ctrl', 'Control').replace(/(Key|Digit)(?=.$)/, '')
}
