import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'
import { useOffice } from '../../stores/office'
import type { Question } from './calculate'

/** The «what if» calculator: whether it is open, and what was asked last, kept until the window is left. */
export const useCalculator = defineStore('calculator', () => {
  const office = useOffice()
  const open = ref(false)
  const question = reactive<Question>({
    kind: 'serviceComplaint',
    addressee: 'provider',
    receivedOn: '',
    receivedAt: '',
    givenDeadline: '',
  })
  let filledIn = { date: '', time: '' }

  /** Puts the present moment in as that of receipt. */
  function toNow(): void {
    filledIn = office.localNow()
    question.receivedOn = filledIn.date
    question.receivedAt = filledIn.time
  }

  /** Opens it with what was typed before; a moment nobody typed is the present one. */
  function show(): void {
    if (question.receivedOn === filledIn.date && question.receivedAt === filledIn.time) toNow()
    open.value = true
  }

  /** Begins anew. */
  function clear(): void {
    Object.assign(question, { kind: 'serviceComplaint', addressee: 'provider', givenDeadline: '' })
    toNow()
  }

  return { open, question, show, toNow, clear }
})
