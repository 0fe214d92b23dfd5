import { closingCode } from '#shared/domain'
import { officeWithClerk, PASSWORD, register, type TestBrowser, type TestOffice } from './office'
import { behindTheBack } from './raw'

/** The day on which the test office stands. */
export const DAY = '2026-12-11'

/** An office whose clerk closes days. */
export interface ClosingsDesk extends TestOffice {
  clerk: TestBrowser
  closeDay(day?: string): ReturnType<TestBrowser['call']['closings']['close']>
  /** Checks a sheet by its code. */
  check(sheet: Parameters<typeof closingCode>[0]): ReturnType<TestBrowser['call']['closings']['check']>
  voidIt(id: number, version?: number): ReturnType<TestBrowser['call']['register']['void']>
  /** Three entries, the second voided. */
  aDay(): Promise<{ ids: number[]; numbers: string[] }>
  /** Goes on to another moment (UTC); the session of the day before is over by then. */
  later(moment: string): Promise<void>
  /** Changes the file with a database tool, past every trigger. */
  tamper(sql: string): Promise<void>
}

/** Opens it. */
export async function closingsDesk(): Promise<ClosingsDesk> {
  const desk: ClosingsDesk = Object.assign(await officeWithClerk(), {
    closeDay: (day = DAY) => desk.clerk.call.closings.close({ day }),
    check: (sheet: Parameters<typeof closingCode>[0]) => desk.clerk.call.closings.check({ code: closingCode(sheet) }),
    voidIt: (id: number, version = 1) => desk.clerk.call.register.void({ id, version, reason: 'қате' }),
    async aDay() {
      const entries = [await register(desk.clerk), await register(desk.clerk), await register(desk.clerk)]
      await desk.voidIt(entries[1]!.id)
      return { ids: entries.map(({ id }) => id), numbers: entries.map(({ number }) => number) }
    },
    async later(moment: string) {
      desk.clock.set(moment)
      desk.clerk = desk.browser()
      await desk.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    },
    tamper: (sql: string) =>
      behindTheBack(desk, async (db) => {
        const triggers = await db.rows<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (const { name } of triggers) await db.execute(`DROP TRIGGER "${name}"`)
        await db.execute(sql)
      }),
  })
  return desk
}
