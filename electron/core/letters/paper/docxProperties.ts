import type { LetterFacts } from './letterFacts'
import type { LetterWords } from './letterWords'

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A part of the file that the library would write otherwise: with the clock's moment, or without what stands in for a missing font. */
export interface FixedPart {
  path: string
  data: string
}

/** Title, author, language and the moment of the facts. */
export function coreProperties({ createdAt, language }: LetterFacts, { title, author }: LetterWords): FixedPart {
  const moment = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${xml(new Date(createdAt).toISOString().replace(/\.\d+Z$/, 'Z'))}</dcterms:${name}>`
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ')
  const parts = [
    `<dc:title>${xml(title)}</dc:title>`,
    `<dc:creator>${xml(author)}</dc:creator>`,
    `<dc:language>${language === 'kk' ? 'kk-KZ' : 'ru-RU'}</dc:language>`,
    `<cp:lastModifiedBy>Kiris</cp:lastModifiedBy>`,
    moment('created'),
    moment('modified'),
  ]
  return { path: 'docProps/core.xml', data: `${HEADER}<cp:coreProperties ${spaces}>${parts.join('')}</cp:coreProperties>` }
}

/** The fonts of the letter, and which to take where they are not installed. */
export function fontTable(): FixedPart {
  const font = (name: string, other: string, family: string): string =>
    `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="CC"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
  const fonts = [font('PT Serif', 'Times New Roman', 'roman'), font('PT Sans', 'Arial', 'swiss')]
  return { path: 'word/fontTable.xml', data: `${HEADER}<w:fonts xmlns:w="${W}">${fonts.join('')}</w:fonts>` }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
