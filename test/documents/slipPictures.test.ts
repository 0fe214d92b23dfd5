import { describe, expect, it } from 'vitest'
import type { SlipFacts } from '#core/slips/slipFacts'
import { differenceFromReference } from './comparePicture'
import { ReadPdf } from './readPdf'
import { OWN, proofOf } from './slipProof'
import { LONG, longFacts, renderSlip, slipFacts } from './slipFixtures'

const PICTURES: Record<string, SlipFacts> = {
  both: slipFacts(),
  kk: slipFacts({ languages: 'kk' }),
  ru: slipFacts({ languages: 'ru' }),
  twenty: slipFacts({ kind: 'complaint', people: 12 }),
  calendar: slipFacts({ kind: 'informationRequest' }),
  application: slipFacts({ kind: 'application', delivery: 'post' }),
  letter: slipFacts({ kind: 'officialLetter', applicant: LONG.entity }),
  duplicate: slipFacts({ copy: 2, printedOn: '2026-12-14', printedAt: '09:30', correctedOn: '2026-12-14' }),
  late: slipFacts({ receivedOn: '2026-12-10', receivedAt: '19:45', registeredAt: '09:02' }),
  preview: slipFacts({ copy: 0 }),
  long: longFacts(),
  signed: slipFacts({ proof: proofOf(), own: OWN }),
  ...Object.fromEntries(
    (['a4pair', 'roll80', 'large'] as const).flatMap((format) =>
      (['kk', 'ru'] as const).map((languages) => [`${format}-${languages}`, slipFacts({ format, languages, proof: proofOf() })]),
    ),
  ),
}

describe('the picture of a slip', () => {
  // A smoothed edge that another version of poppler draws otherwise stays far below; a line that moves by its own width is above.
  it.each(Object.entries(PICTURES))('%s is as it was looked at', async (name, facts) => {
    const picture = new ReadPdf(await renderSlip(facts)).picture(72)
    expect(differenceFromReference(name, picture)).toBeLessThan(0.004)
  })

  it('shows the stamp in stamp ink, and no other colour', async () => {
    const { data } = new ReadPdf(await renderSlip(slipFacts())).picture(100)
    const counts = { stamp: 0, other: 0 }
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue] = [data[i]!, data[i + 1]!, data[i + 2]!]
      if (red === 0x2b && green === 0x3f && blue === 0x8c) counts.stamp++
      else if (Math.max(red, green, blue) - Math.min(red, green, blue) > 12 && !(blue > green && green >= red)) counts.other++
    }
    expect(counts.stamp).toBeGreaterThan(300)
    expect(counts.other).toBe(0)
  })

  it('is another when a fact is another', async () => {
    const [one, other] = await Promise.all(
      [slipFacts(), slipFacts({ subject: 'Мектеп асханасы' })].map(async (facts) =>
        new ReadPdf(await renderSlip(facts)).picture(72),
      ),
    )
    expect(one!.data.equals(other!.data)).toBe(false)
  })
})
