import type { Answer, Arrival } from '@tieuchi/runtime'
import { useMemo } from 'react'
import type { Going } from '../forms/MemberDeparture.tsx'
import { randomId } from '../ui/random-id.ts'
import { addMember, answerHousehold, answerMember, departMember, removeMember, returnMember, setArrival } from './answer-changes.ts'
import type { AnswersAutosave } from './use-autosave.ts'

/** Changes start from the newest answers, not from those last drawn, so quick ones do not undo each other. */
export const useAnswerChanges = (autosave: AnswersAutosave) =>
  useMemo(() => {
    const current = () => autosave.getState().content
    return {
      household: (field: string, answer: Answer | undefined) => autosave.change(answerHousehold(current(), field, answer)),
      member: (id: string, field: string, answer: Answer | undefined) => autosave.change(answerMember(current(), id, field, answer)),
      /** Adds a member and answers its id. */
      add: (): string => {
        const id = randomId()
        autosave.change(addMember(current(), id))
        return id
      },
      arrive: (id: string, arrival: Arrival | undefined) => autosave.change(setArrival(current(), id, arrival)),
      go: (id: string, going: Going) => autosave.change(going === 'mistaken' ? removeMember(current(), id) : departMember(current(), id, going)),
      goBack: (id: string) => autosave.change(returnMember(current(), id)),
    }
  }, [autosave])

export type AnswerChanges = ReturnType<typeof useAnswerChanges>
