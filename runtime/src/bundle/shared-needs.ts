import type { CommonDocument } from '../documents/common-document.ts'
import { noAdditions, type CommonAdditions } from '../documents/draft-document.ts'
import type { Issue } from '../documents/issue.ts'
import { extendCommon } from '../release/additions.ts'
import type { Assembly } from '../release/assembly.ts'
import { usageOf, type ElementKind } from '../release/usage.ts'
import { missingAdditions } from '../release-file/draft-of-file.ts'
import type { SharedNeeds } from './bundle.ts'

/** What a release reads of what all share, however many steps away: by its rules, parameters, forms, reports and cases. */
export const sharedNeeds = (assembly: Assembly): SharedNeeds => {
  const { readsOf } = usageOf(assembly)
  const seen = new Set<string>()
  const found: Record<ElementKind, Set<string>> = { field: new Set(), list: new Set(), piece: new Set(), parameter: new Set(), form: new Set(), report: new Set(), case: new Set() }
  const follow = (kind: ElementKind, id: string): void => {
    if (seen.has(`${kind} ${id}`)) return
    seen.add(`${kind} ${id}`)
    found[kind].add(id)
    for (const read of readsOf(kind, id)) follow(read.kind, read.id)
  }
  const { logic, parameters, forms, reports = [], cases } = assembly.release
  const own: readonly (readonly [ElementKind, readonly string[]])[] = [['piece', logic.map(idOf)], ['parameter', Object.keys(parameters)], ['form', forms.map(idOf)], ['report', reports.map(idOf)], ['case', cases.map(idOf)]]
  for (const [kind, ids] of own) for (const id of ids) follow(kind, id)
  const shared = new Set(assembly.common.facts.map(idOf))
  return { fields: [...found.field].toSorted(), lists: [...found.list].toSorted(), facts: [...found.piece].filter((id) => shared.has(id)).toSorted() }
}

const idOf = ({ id }: { readonly id: string }): string => id

/** Several needs as one. */
export const joinNeeds = (needs: readonly SharedNeeds[]): SharedNeeds => {
  const all = (part: keyof SharedNeeds): readonly string[] => [...new Set(needs.flatMap((each) => each[part]))].toSorted()
  return { fields: all('fields'), lists: all('lists'), facts: all('facts') }
}

/** Of what is read: what is missing in one version of what all share, and what is there as another. */
export const sharedGaps = (here: CommonDocument, there: CommonDocument, needs: SharedNeeds): { readonly additions: CommonAdditions; readonly issues: readonly Issue[] } => {
  const read = onlyNeeded(there, needs)
  return { additions: missingAdditions(here, read), issues: extendCommon(here, asAdditions(here, read)).issues.map(differs) }
}

/** What all share with nothing in it but what is read. */
const onlyNeeded = (common: CommonDocument, needs: SharedNeeds): CommonDocument => {
  const { household, members, unit } = common.dictionary.properties
  const only = <T>(fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(fields).filter(([id]) => needs.fields.includes(id)))
  return {
    ...common,
    dictionary: {
      ...common.dictionary,
      properties: { household: { ...household, properties: only(household.properties) }, members: { ...members, items: { ...members.items, properties: only(members.items.properties) } }, unit: { ...unit, properties: only(unit.properties) } },
    },
    lists: common.lists.filter(({ id }) => needs.lists.includes(id)),
    facts: common.facts.filter(({ id }) => needs.facts.includes(id)),
  }
}

const asAdditions = (here: CommonDocument, { dictionary, lists, facts }: CommonDocument): CommonAdditions => {
  const { household, members, unit } = dictionary.properties
  const isHere = (id: string): boolean => here.lists.some((list) => list.id === id)
  return {
    ...noAdditions,
    fields: { household: household.properties, members: members.items.properties, unit: unit.properties },
    lists: lists.filter(({ id }) => !isHere(id)),
    entries: Object.fromEntries(lists.filter(({ id }) => isHere(id)).map(({ id, entries }) => [id, entries])),
    facts,
  }
}

const differs = ({ path, params }: Issue): Issue => {
  const id = String(params['id'] ?? path.at(-1))
  return {
    code: 'install_shared_differs', severity: 'error', path: ['common', ...path.slice(1)], params: { id },
    message: {
      vi: `“${id}” trong phần dùng chung ở đây có nội dung khác với trong gói; phần dùng chung chỉ được bổ sung. Hãy đặt mã khác trong gói, hoặc sửa gói theo nội dung ở đây.`,
      en: `“${id}” is shared here with another content than in the bundle; what is shared only grows. Give it another id in the bundle, or write the bundle with what is here.`,
    },
  }
}
