import { describe, expect, it } from 'vitest'
import { awayWithin } from '../../renderer/features/settings/awayWithin'
import StructurePart from '../../renderer/features/settings/StructurePart.vue'
import {
  alerts,
  cells,
  choose,
  click,
  confirm,
  control,
  line,
  optionsOf,
  press,
  show,
  signInWith,
  type,
  useStructureHost,
} from './support/structureHost'

/** The story: the office writes down who is away and who acts, two of them at once. What is refused is told at its field, and nothing typed is lost. */

const desk = useStructureHost()

describe('the structure', () => {
  it('shows who is away, why, and who acts, and the desk.host.departments with their heads', async () => {
    await show(StructurePart)
    expect(cells('Жұмыста болмау')).toEqual([
      ['Сәрсенова Г. Б.', '08.12.2026 – 18.12.2026', 'еңбек демалысы', 'Бекенов А. Ж.', 'қазір жоқ'],
      ['Бекенов А. Ж.', '21.12.2026', 'оқу', 'белгіленбеген', 'алдағы'],
    ])
    expect(cells('Бөлімдер')).toEqual([
      ['ескі бөлім', 'белгіленбеген', '0', 'жабылған'],
      ['мектеп бөлімі', 'Бекенов А. Ж.', '2', 'жұмыс істейді'],
    ])
  })

  it('shows a clerk the desk.host.absences alone', async () => {
    signInWith(['structure.absences', 'office.read'])
    await show(StructurePart)
    expect(cells('Жұмыста болмау')).toHaveLength(2)
    expect(document.querySelector('table[aria-label="Бөлімдер"]')).toBeNull()
    await press('Insert', { altKey: true })
    expect(document.querySelector('[role="dialog"]')).toBeNull()
  })
})

describe('an absence', () => {
  it('is written down by the keyboard; a clash is told at its field and nothing is lost', async () => {
    desk.host.answers['structure/saveAbsence'] = ({ actingId, ...rest }) =>
      actingId === 3
        ? { refused: 'structure.acting_absent', params: { name: 'Бекенов А. Ж.' } }
        : { json: { ...rest, actingId, id: 9, cancelled: false, version: 1 } }
    await show(StructurePart)
    await press('Insert')
    await confirm()
    expect(desk.host.inputs('structure/saveAbsence')).toEqual([])
    expect(['Қызметкер', 'Бірінші күні', 'Соңғы күні'].map((label) => control(label).getAttribute('aria-invalid'))).toEqual([
      'true',
      'true',
      'true',
    ])
    await choose('Қызметкер', 'қ')
    // Chosen before anything is known of these days, as when somebody else writes the absence down meanwhile.
    await choose('Міндетін атқарушы', 'бек')
    await type('Бірінші күні', '21.12')
    await type('Соңғы күні', '25.12')
    await confirm()
    expect(line('Міндетін атқарушы').textContent).toContain('Бекенов А. Ж. бұл күндері өзі жоқ')
    expect(document.activeElement).toBe(control('Міндетін атқарушы'))
    expect(control('Бірінші күні').value).toBe('21.12.2026')
    await choose('Міндетін атқарушы', 'сәр')
    expect(line('Міндетін атқарушы').textContent).not.toContain('өзі жоқ')
    await confirm()
    expect(desk.host.inputs('structure/saveAbsence').at(-1)).toEqual({
      ...{ id: null, version: 0, personId: 4, from: '2026-12-21', to: '2026-12-25', reason: 'leave', actingId: 5 },
    })
    expect(document.querySelector('[role="dialog"]')).toBeNull()
  })

  it('offers neither who left nor the absent person as acting', async () => {
    await show(StructurePart)
    await press('Insert')
    await choose('Қызметкер', 'қ')
    expect(await optionsOf('Міндетін атқарушы')).toEqual(['белгіленбеген', 'Бекенов А. Ж.', 'Сәрсенова Г. Б.'])
  })

  it('offers last, and not to be chosen, whoever is away on any of the days', async () => {
    await show(StructurePart)
    await press('Insert')
    await choose('Қызметкер', 'қ')
    await type('Бірінші күні', '14.12.2026')
    await type('Соңғы күні', '18.12.2026')
    const sarsenova = 'Сәрсенова Г. Б. · жұмыста болмайды: 08.12.2026 – 18.12.2026'
    expect(await optionsOf('Міндетін атқарушы')).toEqual(['белгіленбеген', 'Бекенов А. Ж.', sarsenova])
    await choose('Міндетін атқарушы', 'сәр')
    expect(control('Міндетін атқарушы').textContent).toContain('белгіленбеген')
    await type('Соңғы күні', '21.12.2026')
    const bekenov = 'Бекенов А. Ж. · жұмыста болмайды: 21.12.2026'
    expect(await optionsOf('Міндетін атқарушы')).toEqual(['белгіленбеген', bekenov, sarsenova])
    await type('Бірінші күні', '19.12.2026')
    await choose('Міндетін атқарушы', 'сәр')
    expect(control('Міндетін атқарушы').textContent).toContain('Сәрсенова Г. Б.')
  })

  it('meets another on one shared day; what was taken back or lies beside the days does not count', () => {
    const away = (from: string, to: string) => [...awayWithin(desk.host.absences, { from, to }).keys()]
    expect([away('2026-12-18', '2026-12-20'), away('2026-12-19', '2026-12-20'), away('2026-12-01', '2026-12-31')]).toEqual([
      [5],
      [],
      [5, 3],
    ])
    expect([away('', ''), away('2026-12-21', ''), away('', '08.12')]).toEqual([[], [3], []])
    desk.host.absences = desk.host.absences.map((one) => ({ ...one, cancelled: true }))
    expect(away('2026-12-01', '2026-12-31')).toEqual([])
  })

  it('that does not end after it began is not sent', async () => {
    await show(StructurePart)
    await click('Сәрсенова')
    await type('Соңғы күні', '07.12.2026')
    await confirm()
    expect(desk.host.inputs('structure/saveAbsence')).toEqual([])
    expect(control('Соңғы күні').getAttribute('aria-invalid')).toBe('true')
  })

  it('is taken back with its version', async () => {
    desk.host.answers['structure/cancelAbsence'] = () => {
      const [first] = desk.host.absences.splice(0, 1)
      return { json: { ...first!, cancelled: true, version: 3 } }
    }
    await show(StructurePart)
    await click('Сәрсенова')
    await click('Алып тастау')
    expect(desk.host.inputs('structure/cancelAbsence')).toEqual([{ id: 7, version: 2 }])
    expect(cells('Жұмыста болмау')).toHaveLength(1)
  })

  it('that somebody took back meanwhile can still be written down anew', async () => {
    desk.host.answers['structure/saveAbsence'] = ({ id, ...rest }) =>
      id === null
        ? { json: { ...rest, id: 9, cancelled: false, version: 1 } }
        : { refused: 'conflict.stale', params: { who: 'Омарова Д. С.', when: '2026-12-11T06:00:00Z' } }
    await show(StructurePart)
    await click('Сәрсенова')
    await type('Соңғы күні', '25.12.2026')
    desk.host.absences = desk.host.absences.slice(1)
    await confirm()
    expect(alerts()).toContain('Омарова Д. С. өзгертіп үлгерді (11.12.2026, 11:00)')
    expect(alerts()).toContain('Сақтасаңыз, жаңадан жазылады')
    expect(control('Соңғы күні').value).toBe('25.12.2026')
    await confirm()
    expect(desk.host.inputs('structure/saveAbsence').at(-1)).toEqual({
      ...{ id: null, version: 0, personId: 5, from: '2026-12-08', to: '2026-12-25', reason: 'leave', actingId: 3 },
    })
  })
})
