import { reactive, ref } from 'vue'
import type { AppealLanguage, Channel } from '#shared/domain'
import { computerNow } from '../../host/time'

/** How the last letter came, and its language: letters come in stacks, so the next form begins with them. */
export const lastWay = reactive<{ channel: Channel; language: AppealLanguage }>({ channel: 'inPerson', language: 'kk' })

const times = ref<number[]>([])
let since: number | null = null

/** The clerk's own pace, from the first letter typed to the number; kept only in this window. */
export const pace = {
  /** Something was typed; counts from the first time on. */
  began: () => void (since ??= computerNow()),
  /** The number is taken. */
  ended(): void {
    if (since !== null) times.value = [...times.value, computerNow() - since]
    since = null
  },
  /** What was begun is given up. */
  forget: () => void (since = null),
  /** Median of this window in seconds; `null` before the first letter. Reactive. */
  median(): number | null {
    const sorted = [...times.value].sort((a, b) => a - b)
    const middle = sorted[sorted.length >> 1]
    return middle === undefined ? null : Math.max(1, Math.round(middle / 1000))
  },
}
