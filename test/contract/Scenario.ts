/** A call that the procedure accepts, and one that it refuses after it has been let in and its input parsed. */
export interface Scenario {
  good(): Promise<unknown>
  refused(): Promise<unknown>
}
