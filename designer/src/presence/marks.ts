import { createContext } from 'react'
import type { PresentPerson } from '../api/contract.ts'

/** Who stands where, by the name of a place on the page. */
export type Marks = ReadonlyMap<string, readonly PresentPerson[]>

export const MarksContext = createContext<Marks>(new Map())

/** Names of places that are no single question; a question is named like its cell. */
export const sectionPlace = (section: string): string => `section:${section}`
export const memberPlace = (member: string): string => `member:${member}`

/** Gathers people by the places each of them is to be seen at. */
export const gatherMarks = (others: readonly PresentPerson[], placesOf: (person: PresentPerson) => readonly string[]): Marks => {
  const marks = new Map<string, PresentPerson[]>()
  for (const person of others) for (const place of placesOf(person)) marks.set(place, [...(marks.get(place) ?? []), person])
  return marks
}
