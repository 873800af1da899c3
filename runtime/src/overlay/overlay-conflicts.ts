import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Release } from '../documents/release-document.ts'
import { sentenceOfChange } from '../difference/change-sentence.ts'
import type { DocumentChange } from '../difference/change.ts'
import { diffReleases } from '../difference/difference.ts'
import { checkOverlays } from './check-overlays.ts'
import { patchPlaces, type PatchPlace } from './patch-places.ts'

/** A base that moves on under its overlays. */
export interface BaseMove {
  readonly common: CommonDocument
  readonly before: Release
  readonly after: Release
  /** From the province downward. */
  readonly overlays: readonly Overlay[]
  readonly others?: Readonly<Record<string, Release>>
}

/** Words about a thing; they move nothing that is computed. */
const onlyWords = ({ thing, path }: DocumentChange): boolean => thing === 'source' || thing === 'citation' || (thing === 'property' && ['title', 'note'].includes(path.at(-1) ?? ''))

const startsWith = (path: readonly string[], beginning: readonly string[]): boolean => beginning.every((step, index) => path[index] === step)

const touches = ({ target }: PatchPlace, { path }: DocumentChange): boolean => startsWith(path, target) || startsWith(target, path)

/**
 * What a new base means for overlays made for the old one, as sentences: an error where a patch no longer fits, a warning
 * where the base changes what an overlay patches and the locality should look again.
 */
export const overlayConflicts = ({ common, before, after, overlays, others = {} }: BaseMove): readonly Issue[] => {
  const old = new Set(checkOverlays(common, before, overlays, others).map(keyOf))
  const errors = checkOverlays(common, after, overlays, others).filter((issue) => issue.severity === 'error' && !old.has(keyOf(issue)))
  const changes = diffReleases(before, after).filter((change) => !onlyWords(change))
  const moved = patchPlaces(overlays).flatMap((place) => changes.filter((change) => touches(place, change)).map((change) => {
    const breaks = errors.some(({ path }) => startsWithPath(path, place.path))
    return movedIssue(place, breaks, sentenceOfChange(change, { before, after, common, others }))
  }))
  const untold = errors.filter(({ path }) => !moved.some((issue) => issue.severity === 'error' && startsWithPath(path, issue.path)))
  return [...moved, ...untold]
}

const keyOf = ({ code, path }: Issue): string => JSON.stringify([code, path])

const startsWithPath = (path: Issue['path'], beginning: Issue['path']): boolean => beginning.every((step, index) => path[index] === step)

const movedIssue = ({ path, overlay: { title } }: PatchPlace, breaks: boolean, change: Issue['message']): Issue => ({
  code: breaks ? 'overlay_base_gone' : 'overlay_base_moved',
  severity: breaks ? 'error' : 'warning',
  path,
  params: { overlay: title, change },
  message: breaks
    ? {
        vi: `Quy định cấp trên: ${change.vi}. “${title.vi}” điều chỉnh nội dung này nên không còn áp dụng được; hãy sửa hoặc bãi bỏ phần điều chỉnh trước khi ban hành.`,
        en: `The rules above: ${change.en}. “${title.en}” changes this and no longer fits; correct or withdraw the change before publishing.`,
      }
    : {
        vi: `Quy định cấp trên: ${change.vi}. “${title.vi}” điều chỉnh nội dung này và vẫn được áp dụng; hãy kiểm tra xem phần điều chỉnh còn đúng không.`,
        en: `The rules above: ${change.en}. “${title.en}” changes this and still applies; check whether the change is still right.`,
      },
})
