import type { Assembly, ElementKind, Text, Usage, Use } from '@tieuchi/runtime'

/** One thing a release is made of, as the address names it. */
export interface ElementRef {
  readonly kind: ElementKind
  readonly id: string
}

/** The tabs of a release and of a draft that show what it is made of. */
export const elementTabs = ['dictionary', 'forms', 'reports', 'parameters', 'rules', 'cases'] as const
export type ElementTab = (typeof elementTabs)[number]

/** The kinds, in the order lists of them are read. */
export const elementKinds = ['piece', 'form', 'report', 'parameter', 'field', 'list', 'case'] as const satisfies readonly ElementKind[]

const tabs: Readonly<Record<ElementKind, ElementTab>> = { field: 'dictionary', list: 'dictionary', form: 'forms', report: 'reports', parameter: 'parameters', piece: 'rules', case: 'cases' }

export const tabOf = ({ kind }: ElementRef): ElementTab => tabs[kind]

/** `field.garden_area`, as it stands in the address. */
export const writeElement = ({ kind, id }: ElementRef): string => `${kind}.${id}`

export const readElement = (text: unknown): ElementRef | undefined => {
  if (typeof text !== 'string') return undefined
  const [name = '', ...rest] = text.split('.')
  const kind = elementKinds.find((each) => each === name)
  return kind && rest.length > 0 ? { kind, id: rest.join('.') } : undefined
}

/** The title of an element; undefined where the release has none of that name. */
export const titleOfElement = (assembly: Assembly, { kind, id }: ElementRef): Text | undefined => {
  if (kind === 'field') return assembly.fields.get(id)?.schema['x-label']
  if (kind === 'list') return assembly.lists.get(id)?.title
  if (kind === 'parameter') return assembly.parameters.get(id)?.parameter.title
  if (kind === 'piece') return assembly.pieces.get(id)?.piece.title
  const { forms, reports = [], cases } = assembly.release
  return (kind === 'form' ? forms : kind === 'report' ? reports : cases).find((each) => each.id === id)?.title
}

/** Who uses an element. Forms, reports and cases are used by nobody; they are what the rest is for. */
export const usersOf = (usage: Usage, { kind, id }: ElementRef): readonly Use[] => {
  if (kind === 'list') return usage.lists.get(id) ?? []
  if (kind === 'parameter') return usage.parameters.get(id) ?? []
  return kind === 'field' || kind === 'piece' ? (usage.facts.get(id) ?? []) : []
}
