import app from './app.json'
import session from './session.json'
import setup from './setup.json'
import registration from './registration.json'
import journal from './journal.json'
import card from './card.json'
import settings from './settings.json'
import people from './people.json'
import slip from './slip.json'
import errors from './errors.json'
import host from './host.json'
import events from './events.json'
import calendar from './calendar.json'
import yearPaper from './yearPaper.json'
import yearFile from './yearFile.json'
import terms from './terms.json'
import calculator from './calculator.json'
import rules from './rules.json'
import structure from './structure.json'
import routing from './routing.json'
import desk from './desk.json'
import control from './control.json'
import decisions from './decisions.json'
import decisionScreen from './decisionScreen.json'
import letterPaper from './letterPaper.json'
import chancery from './chancery.json'
import inquiry from './inquiry.json'
import attachments from './attachments.json'
import printing from './printing.json'
import papers from './papers.json'
import proof from './proof.json'
import books from './books.json'
import closings from './closings.json'
import words from './words.json'

export const en = {
  app,
  session,
  setup,
  registration,
  journal,
  card,
  settings,
  people,
  slip,
  errors,
  events,
  host,
  calendar,
  yearPaper,
  yearFile,
  terms,
  calculator,
  rules,
  structure,
  routing,
  desk,
  control,
  decisions,
  decisionScreen,
  letterPaper,
  chancery,
  inquiry,
  attachments,
  printing,
  papers,
  proof,
  books,
  closings,
  words,
}
