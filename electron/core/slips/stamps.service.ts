/** The stamp for other areas: its drawing as a PDF of its own. */
export { renderStamp } from './stampDocument'
