/**
 * Runs something and says, in milliseconds of work, for how long the process was kept from answering anybody else at most, and how long the whole took. Counted is the time at work, not on the
 * clock: what else the machine does meanwhile keeps nobody waiting in this process. A share of the whole is the same on any machine.
 */
export async function longestStretch<Result>(
  run: () => Promise<Result>,
): Promise<{ longest: number; whole: number; result: Result }> {
  const began = atWork()
  let [longest, last, isOver] = [0, began, false]
  const look = (): void => {
    const now = atWork()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  try {
    const result = await run()
    look()
    return { longest, whole: last - began, result }
  } finally {
    isOver = true
  }
}

function atWork(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
