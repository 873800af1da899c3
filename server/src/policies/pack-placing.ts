import type { Issue } from '@tieuchi/runtime'
import type { PackDocument, PackSource } from './pack-source.ts'

/** Collects problems of a release at the files it was read from, and those of what all releases share at theirs. */
export function placeReleaseIssues(source: PackSource, common: PackDocument, release: PackDocument, issues: readonly Issue[]): void {
  source.place(common, issues.filter(isOfCommon).map((issue) => ({ ...issue, path: sharedPath(issue.path.slice(1)) })))
  source.place(release, issues.filter((issue) => !isOfCommon(issue)))
}

const isOfCommon = ({ path }: Issue): boolean => path[0] === 'common'

/** Checks name a question by its part and its id; in the dictionary both lie deeper. */
function sharedPath(path: Issue['path']): Issue['path'] {
  const [document, part, ...rest] = path
  if (document !== 'dictionary' || part === undefined || part === 'properties') return path
  return ['dictionary', 'properties', part, ...(part === 'members' ? ['items'] : []), 'properties', ...rest]
}
