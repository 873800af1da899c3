import type { CodeList, CommonDocument, FieldSchema, ListEntry } from '../documents/common-document.ts'
import type { CommonAdditions } from '../documents/draft-document.ts'
import type { Issue } from '../documents/issue.ts'
import { canonicalJson } from './canonical-json.ts'
import { releaseIssue } from './issue-messages.ts'

/** What all programmes share with the additions, and where an addition would change what is there already. */
export interface Extended {
  readonly common: CommonDocument
  readonly issues: readonly Issue[]
}

type Path = readonly (string | number)[]

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

const taken = (path: Path, id: string): Issue => ({
  code: 'addition_exists',
  severity: 'error',
  path: ['additions', ...path],
  params: { id },
  message: {
    vi: `“${id}” đã có trong phần dùng chung với nội dung khác. Phần dùng chung chỉ được bổ sung; hãy đặt mã khác cho nội dung mới.`,
    en: `“${id}” is shared already with another content. What is shared only grows; give the new content another id.`,
  },
})

type Fields = Readonly<Record<string, FieldSchema>>

const extendFields = (own: Fields, added: Fields, path: Path): readonly [Fields, readonly Issue[]] => {
  const issues = Object.entries(added).filter(([id, field]) => own[id] !== undefined && !same(own[id], field)).map(([id]) => taken([...path, id], id))
  return [{ ...own, ...Object.fromEntries(Object.entries(added).filter(([id]) => own[id] === undefined)) }, issues]
}

const extendEntries = (list: CodeList, { entries, ended }: CommonAdditions): readonly [CodeList, readonly Issue[]] => {
  const added = entries[list.id] ?? []
  const last = ended[list.id] ?? {}
  const find = (code: string): ListEntry | undefined => list.entries.find((entry) => entry.code === code)
  const issues = [
    ...added.flatMap((entry, index) => (find(entry.code) !== undefined && !same(find(entry.code), entry) ? [taken(['entries', list.id, index], entry.code)] : [])),
    ...Object.keys(last).flatMap((code) => (find(code) === undefined ? [releaseIssue('unknown_code', ['additions', 'ended', list.id, code], { list: list.id, code })] : [])),
  ]
  const kept = list.entries.map((entry) => (last[entry.code] === undefined ? entry : { ...entry, valid_to: last[entry.code] ?? '' }))
  return [{ ...list, entries: [...kept, ...added.filter((entry) => find(entry.code) === undefined)] }, issues]
}

const unknownLists = (common: CommonDocument, { entries, ended }: CommonAdditions): readonly Issue[] =>
  [['entries', entries], ['ended', ended] as const].flatMap(([part, lists]) =>
    Object.keys(lists as object).filter((id) => common.lists.every((list) => list.id !== id)).map((id) => releaseIssue('unknown_list', ['additions', String(part), id], { list: id })))

const extendNamed = <T extends { readonly id: string }>(own: readonly T[], added: readonly T[], part: string): readonly [readonly T[], readonly Issue[]] => {
  const find = (id: string): T | undefined => own.find((each) => each.id === id)
  return [
    [...own, ...added.filter(({ id }) => find(id) === undefined)],
    added.flatMap((each, index) => (find(each.id) !== undefined && !same(find(each.id), each) ? [taken([part, index], each.id)] : [])),
  ]
}

/**
 * Adds to what all programmes share: new fields, lists, entries and facts, and last days of use. Nothing that is there
 * changes its meaning: an addition of the same name with the same content adds nothing, with another content it is an issue.
 */
export const extendCommon = (common: CommonDocument, additions: CommonAdditions): Extended => {
  const { household, members, unit } = common.dictionary.properties
  const [ofHousehold, householdIssues] = extendFields(household.properties, additions.fields.household, ['fields', 'household'])
  const [ofMembers, memberIssues] = extendFields(members.items.properties, additions.fields.members, ['fields', 'members'])
  const [ofUnit, unitIssues] = extendFields(unit.properties, additions.fields.unit, ['fields', 'unit'])
  const grown = common.lists.map((list) => extendEntries(list, additions))
  const [lists, listIssues] = extendNamed(grown.map(([list]) => list), additions.lists, 'lists')
  const [facts, factIssues] = extendNamed(common.facts, additions.facts, 'facts')
  return {
    common: {
      ...common,
      dictionary: {
        ...common.dictionary,
        properties: {
          household: { ...household, properties: ofHousehold },
          members: { ...members, items: { ...members.items, properties: ofMembers } },
          unit: { ...unit, properties: ofUnit },
        },
      },
      lists,
      facts,
    },
    issues: [...householdIssues, ...memberIssues, ...unitIssues, ...grown.flatMap(([, issues]) => issues), ...unknownLists(common, additions), ...listIssues, ...factIssues],
  }
}
