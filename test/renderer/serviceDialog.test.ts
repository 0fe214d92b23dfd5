import { expect, it } from 'vitest'
import type { PublicService } from '#shared/contract'
import ServiceDialog from '../../renderer/features/settings/ServiceDialog.vue'
import { alerts, confirm, control, line, show, type, useStructureHost } from './support/structureHost'

/** The story: two windows rename one public service; the second sees what the first wrote and overwrites nothing unseen. */

const desk = useStructureHost()

it('a public service changed in another window keeps what was typed and shows what is kept now', async () => {
  const began: PublicService = { id: 7, version: 1, name: { kk: 'Кезекке қою', ru: 'Постановка в очередь' }, active: true }
  const kept = { ...began, version: 2, name: { kk: 'Балабақша кезегі', ru: 'Очередь в детский сад' } }
  desk.host.answers['office/state'] = () => ({ json: { services: [kept] } })
  desk.host.answers['office/saveService'] = (input) =>
    input['version'] === kept.version
      ? { json: { ...input, version: 3 } }
      : { refused: 'conflict.stale', params: { who: 'Омарова Д. С.', when: '2026-12-11T06:00:00Z' } }
  await show(ServiceDialog, { service: began })
  await type('Атауы, қазақша', 'Балабақшаға кезек')
  await confirm()
  expect(alerts()).toContain('Омарова Д. С.')
  expect(control('Атауы, қазақша').value).toBe('Балабақшаға кезек')
  expect(line('Атауы, қазақша').textContent).toContain('Балабақша кезегі')
  expect(control('Атауы, орысша').value).toBe('Очередь в детский сад')
  await confirm()
  expect(desk.host.inputs('office/saveService')).toEqual([
    { id: 7, version: 1, name: { kk: 'Балабақшаға кезек', ru: 'Постановка в очередь' }, active: true },
    { id: 7, version: 2, name: { kk: 'Балабақшаға кезек', ru: 'Очередь в детский сад' }, active: true },
  ])
})
