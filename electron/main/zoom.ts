import type { WebContents } from 'electron'

// Half a step is about 10 %. From 67 % to 200 %, as WCAG 1.4.4 asks.
const STEP = 0.5
const [SMALLEST, LARGEST] = [-2, 4]

const MOVES: Readonly<Record<string, number>> = { Equal: STEP, NumpadAdd: STEP, Minus: -STEP, NumpadSubtract: -STEP }

/** Ctrl and plus, minus or zero change the size of the text. Without a menu Electron has no such keys. Bound to physical keys, so that every layout has them. */
export function bindZoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.alt || input.meta) return
    const reset = input.code === 'Digit0' || input.code === 'Numpad0'
    const move = MOVES[input.code]
    if (!reset && move === undefined) return
    event.preventDefault()
    contents.setZoomLevel(reset ? 0 : Math.min(LARGEST, Math.max(SMALLEST, contents.getZoomLevel() + (move ?? 0))))
  })
}
