import type { LetterLanguage, LetterPurpose } from '#shared/domain'
import { reading, writing, writingAround, type Procedures } from '../http/pipeline'
import { plainJson } from '../http/plainJson'
import type { Templates } from '../letters/templates.service'
import type { Directory } from './directory.service'

/** What the procedures of the directory work with. */
export interface DirectoryParts {
  directory: Directory
  templates: Templates
}

/** Bodies, cases and the templates of the letters. */
export function directoryHandlers({ directory: contract }: Procedures, { directory, templates }: DirectoryParts) {
  const states = async () => plainJson(await templates.list())
  const fileOf = ({ purpose, language }: { purpose: LetterPurpose; language: LetterLanguage }) => `${purpose}.${language}.md`
  return contract.router({
    all: contract.all.handler(reading((call) => directory.all(call.view))),
    saveBody: contract.saveBody.handler(writing((call, input) => directory.saveBody(call, input))),
    saveCase: contract.saveCase.handler(writing((call, input) => directory.saveCase(call, input))),
    templates: contract.templates.handler(reading(async () => ({ folder: templates.dir, templates: await states() }))),
    template: contract.template.handler(
      reading(async (_, { purpose, language }) => ({ text: await templates.read(purpose, language) })),
    ),
    saveTemplate: contract.saveTemplate.handler(
      writingAround(
        // Files are written before the unit of work: an event without its file would be a lie, a file without its event is only a file edited by hand.
        { prepare: (_, { purpose, language, text }) => templates.save(purpose, language, text) },
        async (call, input) => {
          call.tell('template', null, { file: fileOf(input) })
          return states()
        },
      ),
    ),
    restoreTemplate: contract.restoreTemplate.handler(
      writingAround({ prepare: (_, { purpose, language }) => templates.restore(purpose, language) }, async (call, input) => {
        call.tell('template', null, { file: fileOf(input) })
        return states()
      }),
    ),
  })
}
