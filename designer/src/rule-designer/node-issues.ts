import type { Condition, Issue, Release } from '@tieuchi/runtime'
import { numberedPlace } from '../editor-store/document-place.ts'
import type { ConditionSite } from '../editor-store/commands/logic-commands.ts'
import { nodeAt, type NodePath } from './condition-edits.ts'

type Path = readonly (string | number)[]

const beginsWith = (path: Path, start: Path): boolean => start.every((step, at) => String(path[at]) === String(step))

const stepsOf = (condition: Condition, path: NodePath): Path =>
  path.flatMap((index, at): Path => {
    const parent = nodeAt(condition, path.slice(0, at)) ?? condition
    if ('not' in parent) return ['not']
    return ['all' in parent ? 'all' : 'any', index]
  })

/** Where a condition stands in a release, as the lint names it. */
export const pathOfSite = ({ logic, forms }: Release, site: ConditionSite): Path => {
  if ('field' in site) return ['common', 'dictionary', site.of, site.field, ...site.place]
  const [part, list, id] = 'piece' in site ? ['logic', logic, site.piece] as const : ['forms', forms, site.form] as const
  const index = list.findIndex((each) => each.id === id)
  return [part, index, ...numberedPlace(list[index], site.place)]
}

/** What was found at a node of a condition; `deep` with all below it. */
export const issuesAt = (release: Release, site: ConditionSite, condition: Condition, issues: readonly Issue[]) => {
  const root = pathOfSite(release, site)
  return (path: NodePath, deep: boolean): readonly Issue[] => {
    const own = [...root, ...stepsOf(condition, path)]
    const found = issues.filter((issue) => beginsWith(issue.path, own) && (deep || issue.path.length <= own.length + 1))
    // While the value is not written yet nothing else can be said of it.
    const unwritten = found.filter(({ code }) => code === 'value_unwritten')
    return unwritten.length > 0 ? unwritten : found
  }
}
