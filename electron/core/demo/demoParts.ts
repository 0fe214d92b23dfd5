import { join } from 'node:path'
import type { Attachments } from '../attachments/attachments.service'
import type { History } from '../audit/history.service'
import type { Database } from '../db/database'
import { Decisions } from '../decisions/decisions.service'
import { Signing } from '../decisions/signing.service'
import { Directory } from '../directory/directory.service'
import { Filing } from '../filing/filing.service'
import { Letters } from '../letters/letters.service'
import { Templates } from '../letters/templates.service'
import type { People } from '../people/people.service'
import { Confidence } from '../register/confidence.service'
import type { Register } from '../register/register.service'
import { Desks } from '../routing/desks.service'
import { Routing } from '../routing/routing.service'
import { Tasks } from '../routing/tasks.service'
import type { Settings } from '../settings/settings.service'
import type { Setup } from '../setup/setup.service'
import type { Shipped } from '../setup/shipped.service'
import type { Slips } from '../slips/slips.service'
import type { Structure } from '../structure/structure.service'

/** What the demo office is filled through: the same services that serve the clerks. */
export interface DemoParts {
  db: Database
  history: History
  people: People
  structure: Structure
  settings: Settings
  setup: Setup
  register: Register
  slips: Slips
  attachments: Attachments
  shipped: Shipped
  timeZone: string
}

/** The services a letter goes through after its registration. They keep nothing of their own, so the demonstration has its own set. */
export interface LifeParts {
  register: Register
  desks: Desks
  tasks: Tasks
  routing: Routing
  confidence: Confidence
  directory: Directory
  letters: Letters
  decisions: Decisions
  signing: Signing
  filing: Filing
}

/** Builds them on the services at hand. Letters are written from the templates of the program: a new office has no others. */
export function lifeParts(
  { register, people, structure, settings, history, timeZone }: DemoParts,
  resourcesDir: string,
): LifeParts {
  const tasks = new Tasks(register, people)
  const directory = new Directory(history)
  const shipped = join(resourcesDir, 'letters')
  const letters = new Letters(register, directory, new Templates(shipped, shipped), timeZone)
  const decisions = new Decisions(register, history)
  return {
    ...{ register, tasks, directory, letters, decisions },
    desks: new Desks(people),
    routing: new Routing(register, people, tasks, structure, timeZone),
    confidence: new Confidence(register),
    signing: new Signing({ decisions, register, letters, tasks, directory, settings, structure, timeZone }),
    filing: new Filing(register, directory, people, timeZone),
  }
}
