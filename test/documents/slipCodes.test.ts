import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { SLIP_FORMATS, type SlipFormat } from '#shared/contract'
import { renderSlip, slipFacts } from './slipFixtures'
import { proofOf } from './slipProof'

const dir = mkdtempSync(join(tmpdir(), 'kiris-codes-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** A worn copy of a slip as a cheap scanner sees it: 200 dpi, 3° askew, ink faded to 60 % grey. */
async function worn(name: string, pdf: Uint8Array): Promise<string> {
  writeFileSync(join(dir, `${name}.pdf`), pdf)
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-png', '-singlefile', `${name}.pdf`, name], { cwd: dir })
  // Black becomes 60 % grey (102 of 255), white stays.
  const faded = sharp(join(dir, `${name}.png`)).linear((255 - 102) / 255, 102)
  await faded.rotate(3, { background: '#ffffff' }).toFile(join(dir, `${name}-worn.png`))
  return `${name}-worn.png`
}

function read(picture: string): string[] {
  try {
    return execFileSync('zbarimg', ['--quiet', '--raw', picture], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n')
  } catch {
    return []
  }
}

describe('the signed code', () => {
  it('is read from 50 of 50 worn slips', async () => {
    const missed: string[] = []
    for (let seed = 1; seed <= 50; seed++) {
      const format = SLIP_FORMATS[seed % SLIP_FORMATS.length] as SlipFormat
      const proof = proofOf(seed)
      const codes = read(await worn(`slip-${seed}`, await renderSlip(slipFacts({ format, proof, languages: 'kk' }))))
      if (!codes.includes(proof.code)) missed.push(`${seed} ${format}`)
    }
    expect(missed).toEqual([])
  }, 300_000)

  it('stands beside the bare number of the office’s part', async () => {
    const proof = proofOf(99)
    for (const format of ['a5', 'a4pair', 'roll80'] as const) {
      const codes = read(await worn(format, await renderSlip(slipFacts({ format, proof }))))
      expect(codes).toEqual(expect.arrayContaining([proof.code, 'Ж-0619/26']))
    }
  })
})
