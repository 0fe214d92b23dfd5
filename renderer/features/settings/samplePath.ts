import type { PaperSettings, SlipFormat, SlipLanguages } from '#shared/contract'

/** Where an invented slip lies that bears a wording as it is being typed. */
export function samplePath(settings: PaperSettings, format: SlipFormat, languages: SlipLanguages): string {
  return `/files/slips/sample.pdf?format=${format}&languages=${languages}&settings=${base64url(JSON.stringify(settings))}`
}

/** UTF-8 text as base64 for addresses (RFC 4648, section 5), without padding. */
export function base64url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
