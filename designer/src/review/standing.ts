import type { GeneratedForm, Question } from '@tieuchi/runtime'
import { memberPlace, sectionPlace } from '../presence/marks.ts'
import { sectionOf } from './places.ts'

/** Where somebody stands in a form: at a question, at a member as a whole (field `members`), or in a section. */
export type Standing = { readonly question: Question } | { readonly section: string }

/** As it travels: `household.street`, `members.m1.born`, `members.m1`, `sections.place`. */
export const writeStanding = (standing: Standing): string => {
  if ('section' in standing) return `sections.${standing.section}`
  const { field, member } = standing.question
  if (member === undefined) return `household.${field}`
  return field === 'members' ? `members.${member}` : `members.${member}.${field}`
}

export const readStanding = (place: string | undefined): Standing | undefined => {
  const [part, name, field] = place?.split('.') ?? []
  if (name === undefined || name === '') return undefined
  if (part === 'sections') return { section: name }
  if (part === 'household') return { question: { field: name } }
  return part === 'members' ? { question: { field: field ?? 'members', member: name } } : undefined
}

/** The question of a cell of the form, by the name the cell bears; those of members belong to the one whose questions are open. */
export const questionOfCell = (cell: string, openMember: string | undefined): Question | undefined => {
  const [, group, field] = /^(household|member)_(.+)$/.exec(cell) ?? []
  if (field === undefined) return undefined
  if (group === 'household') return { field }
  return openMember === undefined ? undefined : { field, member: openMember }
}

/** The places on the page where a standing is to be seen. */
export const placesOfStanding = (form: GeneratedForm, openMember: string | undefined, standing: Standing): readonly string[] => {
  if ('section' in standing) return [sectionPlace(standing.section)]
  const { field, member } = standing.question
  const section = sectionOf(form, standing.question)
  const places = section === undefined ? [] : [sectionPlace(section)]
  if (member === undefined) return [...places, `household_${field}`]
  return [...places, memberPlace(member), ...(member === openMember ? [`member_${field}`] : [])]
}
