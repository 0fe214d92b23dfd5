import type { ClockTime, DecisionAct, DecisionContent, Delivery, IsoDate, LetterPurpose } from '#shared/domain'
import { lastWorkingDay, notAfterNow, workingDaysAway, type Opened } from './demoDays'

/** A resolution as it is written. `to`: logins, the responsible executor first; `due`: working days before the deadline of the letter. */
interface Resolving {
  text: string
  to: string[]
  due: number
}

/** What a decision says. `body`: Kazakh name of a body of the directory; `until`: working days from the day the office is opened. Language and the rest are those of an empty decision. */
export type DemoContent = Partial<Omit<DecisionContent, 'language' | 'until' | 'bodyId'>> & { body?: string; until?: number }

/** What somebody does to a letter. People are named by login, other letters by subject. */
type Deed =
  | { do: 'send' | 'accept' | 'submit' | 'takeBack' }
  | ({ do: 'resolve' | 'assign' } & Resolving)
  /** The clerk writes down what the head or deputy wrote on paper the same day. */
  | ({ do: 'enterPaper'; author: string } & Resolving)
  | { do: 'recall' | 'refuse' | 'sendBack'; reason: string }
  | { do: 'replace'; from: string; to: string; reason: string }
  | { do: 'mark' | 'report'; text: string }
  /** Puts on control with who watches over it; `null` takes off. */
  | { do: 'control'; controller: string | null }
  | { do: 'confine'; readers: string[] }
  /** A new draft; of a draft that is open already, another wording. */
  | { do: 'draft'; act: DecisionAct; content: DemoContent }
  | { do: 'agree'; verdict: 'agreed' | 'objected'; remark: string }
  /** `signer`: whoever signed on paper, entered by the clerk. */
  | { do: 'sign'; signer?: string }
  | { do: 'handOver'; letter: LetterPurpose; how: Delivery; to?: string; tracking?: string }
  | { do: 'attach'; to: string; reason: string }
  | { do: 'giveOut'; to: string }
  /** `case`: index of the nomenclature. */
  | { do: 'file'; case: string }

/** A deed with who does it and when. `ago`: working days before the day the office is opened. */
export type DemoStep = Deed & { ago: number; time: ClockTime; who: string }
export type StepKind = DemoStep['do']
export type StepOf<Kind extends StepKind> = DemoStep & { do: Kind }

/** The whole of `resources/demo/life.json`: what became of the letters of `demo.json`. */
export interface DemoLife {
  /** Typical resolutions by login, keys 1–9. */
  texts: Record<string, string[]>
  /** Each letter by its subject. */
  lives: { letter: string; steps: DemoStep[] }[]
}

/** A step set on the calendar, local to the office. */
export interface PlacedStep {
  /** Subject of the letter. */
  letter: string
  step: DemoStep
  on: IsoDate
  time: ClockTime
}

/** Sets the steps on the working days before today, never after now. */
export function placeSteps({ lives }: DemoLife, day: Opened): PlacedStep[] {
  const anchor = lastWorkingDay(day)
  return lives.flatMap(({ letter, steps }) =>
    steps.map((step) => {
      const on = workingDaysAway(anchor, -step.ago, day.calendar)
      return { letter, step, on, time: notAfterNow(day, on, step.time) }
    }),
  )
}
