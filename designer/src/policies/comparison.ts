import { diffCommon, diffReleases, sentenceOfChange, sentenceOfCommonChange, tellChangesInBrief, type ChangesInBrief, type CommonDocument, type DocumentChange, type Release, type ReleaseComparison, type Text } from '@tieuchi/runtime'

export const changeGroups = ['release', 'parameters', 'logic', 'forms', 'reports', 'cases', 'common'] as const
export type ChangeGroup = (typeof changeGroups)[number]

/** One change in a sentence, with a key that stays while it is the same change. */
export interface ToldChange {
  readonly key: string
  readonly group: ChangeGroup
  readonly sentence: Text
  readonly change: DocumentChange
}

interface Compared {
  readonly before: Release
  readonly after: Release
  /** What all programmes share, before and with what a draft adds. */
  readonly common: { readonly before: CommonDocument; readonly after: CommonDocument }
  readonly others?: Readonly<Record<string, Release>>
}

const isGroup = (name: string | undefined): name is ChangeGroup => changeGroups.some((group) => group === name)

const groupOf = ({ path: [first] }: DocumentChange): ChangeGroup => (isGroup(first) ? first : 'release')

const keyOf = (part: 'release' | 'common', { kind, thing, path }: DocumentChange): string => [part, kind, thing, ...path].join('/')

/** Everything that is different, each change in a sentence as an official would write it, in the order of the documents. */
export const tellChanges = ({ before, after, common, others = {} }: Compared): readonly ToldChange[] => {
  const comparison = { before, after, common: common.after, others }
  return [
    ...diffReleases(before, after).map((change) => ({ key: keyOf('release', change), group: groupOf(change), sentence: sentenceOfChange(change, comparison), change })),
    ...diffCommon(common.before, common.after).map((change) => ({ key: keyOf('common', change), group: 'common' as const, sentence: sentenceOfCommonChange(change, common), change })),
  ]
}

/** The sentences of one group of documents, for reading: what is said of several things alike is said once, and cases are counted. */
export interface ToldGroup {
  readonly group: ChangeGroup
  readonly told: readonly ChangesInBrief[]
}

/** The difference of two published releases, in brief. `others` are the releases they read. */
export const tellInBrief = ({ before, after, common, others }: ReleaseComparison): readonly ToldGroup[] => {
  const groups = Map.groupBy(diffReleases(before, after), groupOf)
  return changeGroups.flatMap((group) => {
    const changes = groups.get(group)
    return changes ? [{ group, told: tellChangesInBrief(changes, { before, after, common, ...(others && { others }) }) }] : []
  })
}
