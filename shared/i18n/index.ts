export * from './locales'
export * from './messages'
export * from './translate'
export * from './writtenDates'
