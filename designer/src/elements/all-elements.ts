import type { Assembly, Text } from '@tieuchi/runtime'
import type { ElementRef } from './element.ts'

/** An element by its name. */
export interface NamedElement {
  readonly element: ElementRef
  /** Of a rule, which its set shows: its id and the set it stands in. */
  readonly part?: { readonly id: string; readonly within: Text }
  readonly title: Text
}

/** Everything a release is made of that has a name, and what it can read of the dictionary, in the order of the tabs. */
export const allElements = ({ release, fields, lists }: Assembly): readonly NamedElement[] => [
  ...release.logic.flatMap((piece): readonly NamedElement[] => {
    const element: ElementRef = { kind: 'piece', id: piece.id }
    return [{ element, title: piece.title }, ...(piece.kind === 'rules' ? piece.rules.map(({ id, title }) => ({ element, part: { id, within: piece.title }, title })) : [])]
  }),
  ...Object.entries(release.parameters).map(([id, { title }]): NamedElement => ({ element: { kind: 'parameter', id }, title })),
  ...[...fields.values()].filter(({ place }) => place !== 'history').map(({ id, schema }): NamedElement => ({ element: { kind: 'field', id }, title: schema['x-label'] })),
  ...[...lists.values()].map(({ id, title }): NamedElement => ({ element: { kind: 'list', id }, title })),
  ...release.forms.map(({ id, title }): NamedElement => ({ element: { kind: 'form', id }, title })),
  ...(release.reports ?? []).map(({ id, title }): NamedElement => ({ element: { kind: 'report', id }, title })),
  ...release.cases.map(({ id, title }): NamedElement => ({ element: { kind: 'case', id }, title })),
]
