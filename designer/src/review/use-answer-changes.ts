import type { Answer, Arrival } from '@tieuchi/runtime'
import { useMemo } from 'react'
import type { Going } from '../forms/MemberDeparture.tsx'
import type { SubmissionAnswers } from '../api/contract.ts'
import { randomId } from '../ui/random-id.ts'
import { addMember, answerHousehold, answerMember, departMember, removeMember, returnMember, setArrival } from './answer-changes.ts'

/** Where answers stand, and where changed ones go. */
export interface AnswerStore {
  readonly getState: () => { readonly content: SubmissionAnswers }
  readonly change: (answers: SubmissionAnswers) => void
}

/** Changes start from the newest answers, not from those last drawn, so quick ones do not undo each other. */
export const useAnswerChanges = (store: AnswerStore) =>
  useMemo(() => {
    const current = () => store.getState().content
    return {
      household: (field: string, answer: Answer | undefined) => store.change(answerHousehold(current(), field, answer)),
      member: (id: string, field: string, answer: Answer | undefined) => store.change(answerMember(current(), id, field, answer)),
      /** Adds a member and answers its id. */
      add: (): string => {
        const id = randomId()
        store.change(addMember(current(), id))
        return id
      },
      arrive: (id: string, arrival: Arrival | undefined) => store.change(setArrival(current(), id, arrival)),
      go: (id: string, going: Going) => store.change(going === 'mistaken' ? removeMember(current(), id) : departMember(current(), id, going)),
      goBack: (id: string) => store.change(returnMember(current(), id)),
    }
  }, [store])

export type AnswerChanges = ReturnType<typeof useAnswerChanges>
