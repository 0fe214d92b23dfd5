/** Runs something and says for how long, in milliseconds, the thread was kept from answering anybody else at most. */
export async function longestStretch<Result>(run: () => Promise<Result>): Promise<{ longest: number; result: Result }> {
  let [longest, last, isOver] = [0, performance.now(), false]
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  try {
    const result = await run()
    look()
    return { longest, result }
  } finally {
    isOver = true
  }
}
