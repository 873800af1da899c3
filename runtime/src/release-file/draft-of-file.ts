import type { CommonDocument } from '../documents/common-document.ts'
import { noAdditions, type CommonAdditions, type DraftDocument } from '../documents/draft-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Release } from '../documents/release-document.ts'
import { extendCommon } from '../release/additions.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import type { ReleaseFile } from './release-file.ts'

/** A draft made of a file, and where what all share here is not what the release was written with. */
export interface ImportedDraft {
  readonly document: DraftDocument
  readonly issues: readonly Issue[]
}

/** The national release of a file; undefined where it is local law. */
export const nationalRelease = ({ release }: ReleaseFile): Release | undefined => (release.scope === 'national' ? (release as Release) : undefined)

/**
 * The draft a file is taken up as, beside the version of what all share that is newest here. What the release was written with
 * and is missing here is added by the draft; what is here under the same name stays as it is here, with a warning where it is another.
 */
export function draftOfFile(file: ReleaseFile, release: Release, here: CommonDocument): ImportedDraft {
  const { programme, additions, manifest: { valid_from: from, valid_to: to } } = file
  const there = missingAdditions(here, file.common)
  const joined = isEmpty(there) ? additions : joinAdditions(there, additions)
  const document: DraftDocument = { format: 1, programme, release, additions: joined, ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }) }
  return { document, issues: differingIssues(here, file.common) }
}

const isEmpty = (additions: CommonAdditions): boolean => canonicalJson(additions) === canonicalJson(noAdditions)

type Fields = CommonAdditions['fields']['household']

const onlyIn = (there: Fields, here: Fields): Fields => Object.fromEntries(Object.entries(there).filter(([id]) => here[id] === undefined))

/** What one version of what all share has and another lacks. */
export function missingAdditions(here: CommonDocument, there: CommonDocument): CommonAdditions {
  const [mine, theirs] = [here.dictionary.properties, there.dictionary.properties]
  const known = (id: string) => here.lists.find((list) => list.id === id)
  const entries = there.lists.flatMap((list) => {
    const own = known(list.id)
    const missing = own ? list.entries.filter(({ code }) => own.entries.every((entry) => entry.code !== code)) : []
    return missing.length > 0 ? [[list.id, missing] as const] : []
  })
  return {
    fields: {
      household: onlyIn(theirs.household.properties, mine.household.properties),
      members: onlyIn(theirs.members.items.properties, mine.members.items.properties),
      unit: onlyIn(theirs.unit.properties, mine.unit.properties),
    },
    lists: there.lists.filter(({ id }) => known(id) === undefined),
    entries: Object.fromEntries(entries),
    ended: {},
    facts: there.facts.filter(({ id }) => here.facts.every((fact) => fact.id !== id)),
  }
}

/** What is to be done in a folder of packs before a release of a file can be read there: one problem for each thing that is missing or another. */
export function sharedIssues(here: CommonDocument, there: CommonDocument): readonly Issue[] {
  const { fields, lists, entries, facts } = missingAdditions(here, there)
  const missing = [
    ...Object.entries(fields).flatMap(([group, own]) => Object.keys(own as object).map((id) => ['fields', group, id])),
    ...lists.map(({ id }) => ['lists', id]),
    ...Object.entries(entries).flatMap(([list, own]) => own.map(({ code }) => ['lists', list, code])),
    ...facts.map(({ id }) => ['facts', id]),
  ]
  return [...missing.map(missingIssue), ...differingIssues(here, there)]
}

const missingIssue = (path: readonly string[]): Issue => {
  const id = path.at(-1) ?? ''
  return {
    code: 'common_missing', severity: 'warning', path: ['common', ...path], params: { id },
    message: { vi: `“${id}” chưa có trong phần dùng chung của thư mục; hãy thêm như trong tệp.`, en: `“${id}” is missing in what the folder shares; add it as it is in the file.` },
  }
}

/** Two sets of additions as one; of the same name the later ones stand. */
function joinAdditions(first: CommonAdditions, later: CommonAdditions): CommonAdditions {
  const named = <T extends { readonly id: string }>(a: readonly T[], b: readonly T[]): readonly T[] => [...a.filter(({ id }) => b.every((each) => each.id !== id)), ...b]
  const lists = [...new Set([...Object.keys(first.entries), ...Object.keys(later.entries)])]
  return {
    fields: {
      household: { ...first.fields.household, ...later.fields.household },
      members: { ...first.fields.members, ...later.fields.members },
      unit: { ...first.fields.unit, ...later.fields.unit },
    },
    lists: named(first.lists, later.lists),
    entries: Object.fromEntries(lists.map((id) => {
      const [own = [], more = []] = [first.entries[id], later.entries[id]]
      return [id, [...own.filter(({ code }) => more.every((entry) => entry.code !== code)), ...more]]
    })),
    ended: { ...first.ended, ...later.ended },
    facts: named(first.facts, later.facts),
  }
}

/** One warning for each thing of the same name that is another here. */
function differingIssues(here: CommonDocument, there: CommonDocument): readonly Issue[] {
  const { household, members, unit } = there.dictionary.properties
  const { issues } = extendCommon(here, {
    fields: { household: household.properties, members: members.items.properties, unit: unit.properties },
    lists: there.lists.filter(({ id }) => here.lists.every((list) => list.id !== id)),
    entries: Object.fromEntries(there.lists.filter(({ id }) => here.lists.some((list) => list.id === id)).map(({ id, entries }) => [id, entries])),
    ended: {},
    facts: there.facts,
  })
  return issues.map(({ path, params }) => {
    const id = String(params['id'] ?? path.at(-1))
    return {
      code: 'common_differs', severity: 'warning', path: ['common', ...path.slice(1)], params: { id },
      message: {
        vi: `“${id}” trong phần dùng chung ở đây có nội dung khác với trong tệp; bản nháp đọc theo nội dung ở đây. Hãy so hai nội dung trước khi trình duyệt.`,
        en: `“${id}” is shared here with another content than in the file; the draft reads what is here. Compare the two before sending it for approval.`,
      },
    }
  })
}
