export { beside, besideText, Voices, type Said } from '../../paper/voices'
