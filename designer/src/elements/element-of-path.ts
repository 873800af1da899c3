import type { CommonDocument, Release } from '@tieuchi/runtime'
import type { ElementRef } from './element.ts'

type Path = readonly (string | number)[]

const ofRelease = (release: Release, [part, index]: Path): ElementRef | undefined => {
  if (part === 'parameters') return { kind: 'parameter', id: String(index) }
  const at = <T extends { readonly id: string }>(all: readonly T[]): string | undefined => all.find((each, place) => String(place) === String(index) || each.id === index)?.id
  const [kind, id] = part === 'logic' ? ['piece', at(release.logic)] as const : part === 'forms' ? ['form', at(release.forms)] as const : part === 'reports' ? ['report', at(release.reports ?? [])] as const : ['case', part === 'cases' ? at(release.cases) : undefined] as const
  return id === undefined ? undefined : { kind, id }
}

const ofCommon = ({ facts, lists }: CommonDocument, [part, index, id]: Path): ElementRef | undefined => {
  if (part === 'dictionary' && id !== undefined) return { kind: 'field', id: String(id) }
  const fact = part === 'facts' ? facts[Number(index)] : undefined
  if (fact) return { kind: 'piece', id: fact.id }
  const list = part === 'lists' ? lists[Number(index)] : undefined
  return list && { kind: 'list', id: list.id }
}

/** The element a change is about, by its path of names and ids; undefined for what is of the whole. */
export const elementOfChange = ([part, ...rest]: readonly string[]): ElementRef | undefined => {
  const [id] = rest
  if (id === undefined) return undefined
  if (part === 'parameters') return { kind: 'parameter', id }
  if (part === 'logic' || part === 'facts') return { kind: 'piece', id }
  if (part === 'forms') return { kind: 'form', id }
  if (part === 'reports') return { kind: 'report', id }
  if (part === 'cases') return { kind: 'case', id }
  if (part === 'lists') return { kind: 'list', id }
  const field = part === 'dictionary' ? rest[rest.lastIndexOf('properties') + 1] : undefined
  return field === undefined ? undefined : { kind: 'field', id: field }
}

/** The element a path leads into: of a release, of what all share (`common/…`), or of a draft (`release/…`). Undefined for what is of the whole. */
export const elementOfPath = (release: Release, common: CommonDocument, path: Path): ElementRef | undefined => {
  const [first, ...rest] = path
  if (first === 'common') return ofCommon(common, rest)
  return ofRelease(release, first === 'release' ? rest : path)
}
