import { formatDate } from '#shared/domain/dates'
import { bytesOfHex } from '#shared/domain/digitCode'
import { judgeSlipCode, readSlipCode, type SlipRecord } from '#shared/domain/slipCode'
import { ed25519 } from '@noble/curves/ed25519.js'
import { decodeQRBatch } from 'qr/decode.js'
import type { CheckerData, CheckerTexts } from './data'

/**
 * The checker page: one file that tells a genuine slip from a forged one on any phone or computer, with the network off. It reads codes by the same functions as the office; the signature is
 * checked in plain JavaScript, since browsers offer theirs only to pages they trust, and an opened file is none.
 */

type Verdict = ReturnType<typeof judgeSlipCode>['verdict'] | 'noCode' | 'otherCode' | 'reading'
type Locale = keyof CheckerData['texts']

// Photographs of today's phones are larger than a decoder needs; a small code in a large picture needs more of it. Longest side in pixels.
const SIZES = [1600, 3200, 900] as const
const PATIENCE_MS = 3000

const data = JSON.parse(part('data').textContent) as CheckerData
const [form, code, picture] = [part('form'), part('code') as HTMLTextAreaElement, part('picture') as HTMLInputElement]
let locale: Locale = 'kk'
let shown: { verdict: Verdict; record: SlipRecord | null } | null = null

function part(id: string): HTMLElement {
  return document.getElementById(id)!
}

function make(tag: string, text: string): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text })
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

function judge(): void {
  const verdict = judgeSlipCode(code.value, data.keys, (signature, signed, publicKey) =>
    ed25519.verify(signature, signed, bytesOfHex(publicKey), { zip215: false }),
  )
  show(verdict.verdict, verdict.code?.record ?? null)
}

function show(verdict: Verdict, record: SlipRecord | null = null): void {
  shown = { verdict, record }
  render()
  // On a phone the answer would stand below the edge.
  part('result').scrollIntoView({ block: 'nearest' })
}

function render(): void {
  const texts = data.texts[locale]
  document.documentElement.lang = locale
  document.title = texts.title
  part('office').textContent = data.office[locale === 'ru' ? 'ru' : 'kk'] || data.office.kk
  part('made').textContent = fill(texts.made, { date: formatDate(data.madeOn) })
  part('languages').setAttribute('aria-label', texts.language)
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = texts[element.dataset['text'] as 'title']
  for (const button of part('languages').children) button.setAttribute('aria-pressed', String(button.id === locale))
  part('result').replaceChildren(...(shown ? result(texts, shown.verdict, shown.record) : []))
}

function result(texts: CheckerTexts, verdict: Verdict, record: SlipRecord | null): HTMLElement[] {
  if (verdict === 'reading') return [make('p', texts.reading)]
  const box = document.createElement('div')
  box.className = `verdict ${verdict}`
  if (verdict === 'noCode' || verdict === 'otherCode') box.append(make('p', texts[verdict]))
  else box.append(make('h2', texts.verdict[verdict]), make('p', texts.advice[verdict]))
  // What a forged code claims is shown to nobody: it would only be believed.
  if (verdict !== 'genuine' || !record) return [box]
  const list = document.createElement('dl')
  for (const [name, value] of rows(texts, record)) list.append(make('dt', name), make('dd', value))
  return [box, make('h2', texts.stated.heading), list]
}

function rows({ stated, key: keyTexts }: CheckerTexts, record: SlipRecord): [string, string][] {
  const { number, copy, registeredOn, registeredAt, deadline, receiver, keyId } = record
  const key = data.keys.find(({ id }) => id === keyId)!
  const until = key.replacedOn
  const times = { id: key.id, since: formatDate(key.since), until: until === null ? '' : formatDate(until) }
  return [
    [stated.number, number],
    [stated.copy, copy === 1 ? stated.original : fill(stated.duplicate, { copy })],
    [stated.registered, `${formatDate(registeredOn)} ${registeredAt}`.trim()],
    [stated.deadline, formatDate(deadline)],
    [stated.receiver, receiver],
    [stated.key, fill(until === null ? keyTexts.current : keyTexts.replaced, times)],
  ]
}

async function readPicture(file: File): Promise<void> {
  show('reading')
  const address = URL.createObjectURL(file)
  try {
    const image = await loaded(address)
    const read = await codeIn(image)
    if (read === null) return show('noCode')
    // Codes of slips are digits; that of the office's half has the number of the entry, which would look like a slip that cannot be read.
    if (/\D/.test(read)) return show('otherCode')
    code.value = read
    judge()
  } catch {
    show('noCode')
  } finally {
    URL.revokeObjectURL(address)
  }
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('no picture'))
    image.src = address
  })
}

/** The code of a slip among all in the picture, since a whole sheet bears that of the office's half too; else any other. `null`: there is none. */
async function codeIn(image: HTMLImageElement): Promise<string | null> {
  let other: string | null = null
  for (const size of SIZES) {
    const scale = Math.min(1, size / Math.max(image.naturalWidth, image.naturalHeight))
    const sheet = pixels(image, scale)
    const { width, height } = sheet
    const [found = []] = await decodeQRBatch([sheet], { timeLimit: PATIENCE_MS, effort: 8, maxSize: { width, height } })
    // What was not found at this size the next may be kinder to.
    const codes = found.filter((one) => typeof one === 'string')
    const slip = codes.find((one) => readSlipCode(one))
    if (slip !== undefined) return slip
    other ??= codes.find((one) => !/\D/.test(one)) ?? codes[0] ?? null
  }
  return other
}

function pixels(image: HTMLImageElement, scale: number): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const context = canvas.getContext('2d')!
  // A picture without a ground is dark on black to a decoder.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

for (const one of Object.keys(data.texts) as Locale[]) {
  const button = Object.assign(make('button', data.languages[one]), { id: one, type: 'button', lang: one })
  button.addEventListener('click', () => {
    locale = one
    render()
  })
  part('languages').append(button)
}
form.addEventListener('submit', (event) => {
  event.preventDefault()
  judge()
})
form.addEventListener('reset', () => {
  shown = null
  render()
})
// Scanners end what they type with Enter.
code.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  judge()
})
code.addEventListener('paste', () => setTimeout(judge))
picture.addEventListener('change', () => {
  const file = picture.files?.[0]
  picture.value = ''
  if (file) void readPicture(file)
})
render()
