import { readYearFile } from '../calendar/yearFile/index'
import { plainJson } from '../http/plainJson'
import { reading, writing, type Procedures } from '../http/pipeline'
import type { Settings } from '../settings/settings.service'
import type { Deadlines } from './deadlines.service'

/** What the procedures about deadlines work with. */
export interface DeadlinesParts {
  deadlines: Deadlines
  settings: Settings
}

/** Changes of the calendar, of the way of counting and of the rules. */
export function deadlinesHandlers({ deadlines: contract }: Procedures, { deadlines, settings }: DeadlinesParts) {
  return contract.router({
    preview: contract.preview.handler(
      reading(async ({ view, at }, { change }) => plainJson(await deadlines.preview(view, change, at))),
    ),
    apply: contract.apply.handler(
      writing(
        (call, input) => deadlines.apply(call, input),
        () => settings.forget(),
      ),
    ),
    changes: contract.changes.handler(reading(({ view }) => deadlines.changes(view))),
    readYearFile: contract.readYearFile.handler(
      reading(async (_, { year, name, content }) => readYearFile(Buffer.from(content, 'base64'), name, year)),
    ),
  })
}
