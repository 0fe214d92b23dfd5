/** The stamp for other areas: what it says, and its drawing as a PDF of its own. */
export { renderStamp, type StampFacts } from './stampDocument'
