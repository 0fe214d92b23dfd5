// Temporary: replaced by the real document.
import type { SlipFacts } from './slipFacts'
export function useFonts(_dir: string): void {}
export async function renderSlip(_facts: SlipFacts): Promise<Uint8Array> {
  return new Uint8Array()
}
