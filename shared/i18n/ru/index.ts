import app from './app.json'
import session from './session.json'
import setup from './setup.json'
import register from './register.json'
import journal from './journal.json'
import card from './card.json'
import settings from './settings.json'
import people from './people.json'
import slip from './slip.json'
import errors from './errors.json'
import events from './events.json'
import words from './words.json'

export const ru = { app, session, setup, register, journal, card, settings, people, slip, errors, events, words }
