import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differenceFromReference } from './comparePicture'
import { officeWithPapers } from './papersFixtures'
import { ReadPdf } from './readPdf'

let office: Awaited<ReturnType<typeof officeWithPapers>>
let closing = 0
beforeAll(async () => {
  office = await officeWithPapers()
  closing = (await office.clerk.call.closings.close({ day: '2026-12-11' })).id
})
afterAll(() => office.test.close())

/** Addresses under `/files/`, without the language. */
const PAPERS: Record<string, () => string> = {
  card: () => `papers/card/${office.answered}.pdf?size=a4`,
  envelope: () => `papers/envelope/c5/letter-${office.answer.id}.pdf?`,
  label: () => `papers/label/entry-${office.answered}.pdf?`,
  sticker: () => `papers/sticker/${office.answered}.pdf?`,
  inventory: () => `papers/inventory/${office.cover[0]!.id}.pdf?`,
  handedOver: () => 'papers/handed-over.pdf?from=2026-12-01&to=2026-12-31',
  controlList: () => 'papers/control-list.pdf?',
  numbering: () => 'papers/numbering/2026.pdf?',
  stamp: () => `slips/stamp/${office.answered}.pdf?sheet=a5&russian=true`,
}

async function pictureOf(path: string) {
  const answer = await office.clerk.get(`/files/${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  return new ReadPdf(new Uint8Array(await answer.arrayBuffer())).picture(60)
}

describe.each(['kk', 'ru'] as const)('the picture of a paper in %s', (language) => {
  // The hash at the foot of the certificate and of the sheet is another with each office: its digits are a small part of the page.
  it.each(Object.entries(PAPERS))('%s is as it was looked at', async (name, path) => {
    const picture = await pictureOf(`${path()}&language=${language}`)
    expect(differenceFromReference(`paper-${name}-${language}`, picture)).toBeLessThan(0.004)
  })

  it('the sheet of a closed day is as it was looked at', async () => {
    const picture = await pictureOf(`closings/${closing}.pdf?languages=${language}`)
    // Its code says the hash too.
    expect(differenceFromReference(`paper-closing-${language}`, picture)).toBeLessThan(0.02)
  })
})
