import type { ReactNode } from 'react'
import { MarksContext } from '../presence/marks.ts'
import type { PeopleHere } from './use-people-here.ts'

/** The part of the page where others are marked, and where this person is followed from question to question. */
export const AmongPeople = ({ people, className, children }: { readonly people: PeopleHere; readonly className: string | undefined; readonly children: ReactNode }) => (
  <MarksContext value={people.marks}>
    <div className={className} onFocus={people.onFocus}>{children}</div>
  </MarksContext>
)
