import type { GeneratedForm, Question } from '@tieuchi/runtime'
import { useMemo, useState, type FocusEvent } from 'react'
import type { PresentPerson } from '../api/contract.ts'
import { getSubmission } from '../api/submission-api.ts'
import { gatherMarks, type Marks } from '../presence/marks.ts'
import { usePresence } from '../presence/use-presence.ts'
import { placesOfStanding, questionOfCell, readStanding, writeStanding, type Standing } from './standing.ts'
import type { AnswersAutosave } from './use-autosave.ts'

interface DraftOnPage {
  readonly id: string
  readonly autosave: AnswersAutosave
  readonly form: GeneratedForm
  readonly section: string
  readonly openMember: string | undefined
}

export interface PeopleHere {
  readonly others: readonly PresentPerson[]
  readonly marks: Marks
  /** Follows where this person stands. */
  readonly onFocus: (event: FocusEvent) => void
}

/** Tells the others on a draft where this person stands, shows them, and takes in what they save. */
export const usePeopleHere = ({ id, autosave, form, section, openMember }: DraftOnPage): PeopleHere => {
  const [focused, setFocused] = useState<{ readonly section: string; readonly question: Question }>()
  const standing = standingOf(focused?.section === section ? focused.question : undefined, section, openMember)
  const others = usePresence({
    kind: 'submissions',
    id,
    place: writeStanding(standing),
    onAnswer: ({ version }) => {
      const state = autosave.getState()
      if (state.status === 'failed') void autosave.flush()
      else if (state.status !== 'saving' && version > (state.theirs ?? state).version) void getSubmission(id).then(autosave.receive, () => undefined)
    },
  })
  const marks = useMemo(() => gatherMarks(others, ({ place }) => {
    const theirs = readStanding(place)
    return theirs ? placesOfStanding(form, openMember, theirs) : []
  }), [others, form, openMember])
  return {
    others,
    marks,
    onFocus: ({ target }) => {
      const cell = target.closest<HTMLElement>('[data-question]')?.dataset['question']
      const question = cell === undefined ? undefined : questionOfCell(cell, openMember)
      setFocused(question && { section, question })
    },
  }
}

const standingOf = (focused: Question | undefined, section: string, openMember: string | undefined): Standing => {
  if (focused && focused.member === openMember) return { question: focused }
  return openMember === undefined ? { section } : { question: { field: 'members', member: openMember } }
}
