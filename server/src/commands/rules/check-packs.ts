import { formatDate, lintOverlay, lintRelease, momentOfCase, type LintOptions } from '@tieuchi/runtime'
import { dayOf } from '../../plugins/clock.ts'
import { dayOfRelease, releasesBeside } from '../../policies/pack-assembly.ts'
import { additionsFile, isAdditions } from '../../policies/pack-additions.ts'
import { packIssue, type PackIssue } from '../../policies/pack-error.ts'
import { checkPacks, openPacks, packsOrThrow, type OpenCommon, type OpenDocument, type OpenPacks, type OpenRelease } from '../../policies/pack-files.ts'
import type { PackFolder } from '../../policies/pack-folder.ts'
import type { OpenOverlay } from '../../policies/pack-overlays.ts'
import { placeReleaseIssues } from '../../policies/pack-placing.ts'
import { findRelease, reachable } from '../../policies/pack-rules.ts'
import { documentOf } from '../../policies/pack.ts'
import { originOf, PackSource } from '../../policies/pack-source.ts'
import { runCases } from './case-run.ts'
import { findingOf, type Finding } from './finding.ts'
import { isInside } from './selected-packs.ts'

/** What is demanded of documents beyond the usual. */
export type Strictness = Pick<LintOptions, 'require_citation'>

/** What was looked at, and what was found. */
export interface PackCheck {
  readonly releases: readonly string[]
  /** Cases that were run; those of a release with errors are not. */
  readonly cases: number
  readonly findings: readonly Finding[]
}

/**
 * Everything that can be said of packs: whether files are JSON and fit their schemas, what the lint of each release finds,
 * and whether its cases come out as they say. What is said is about the parts named; errors in what all share always count.
 */
export async function checkFolder(folder: PackFolder, inside: readonly string[], strictness: Strictness = {}): Promise<PackCheck> {
  const source = new PackSource(folder)
  const opened = openPacks(source)
  const rules = opened.programmes.flatMap(({ releases, overlays }): readonly OpenDocument[] => [...releases, ...overlays]).filter((entry) => inside.some((part) => isInside(part, entry.folder)))
  checkPacks(source, opened)
  for (const entry of rules) checkDays(source, entry)
  for (const entry of rules) {
    if (!opened.common) continue
    if ('release' in entry) lintInto(source, { opened, common: opened.common, strictness }, entry)
    else lintOverlayInto(source, { opened, common: opened.common, strictness }, entry)
  }
  let cases = 0
  for (const entry of rules) if (isSound(source.issues, opened, entry)) cases += await runInto(source, opened, entry)
  return {
    releases: rules.map((entry) => entry.folder),
    cases,
    findings: source.issues.filter((issue) => matters(issue, inside)).map((issue) => findingOf(folder, issue)).toSorted(inOrder),
  }
}

interface LintGround {
  readonly opened: OpenPacks
  readonly common: OpenCommon
  readonly strictness: Strictness
}

function lintInto(source: PackSource, { opened, common, strictness }: LintGround, entry: OpenRelease): void {
  const { release, origin, valid_from: from, valid_to: to } = entry
  const today = dayOf(new Date())
  placeReleaseIssues(source, common.origin, origin, lintRelease(common.document, release, releasesBeside(opened, { programme: release.programme, at: dayOfRelease(entry, today) }), {
    ...strictness,
    today,
    depends_on: opened.programmes.find(({ document }) => document.id === release.programme)?.document.depends_on ?? [],
    period: { ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }) },
  }))
}

/** Judged on its first day; what it lies on has been looked at for itself. */
function lintOverlayInto(source: PackSource, { opened, common, strictness }: LintGround, entry: OpenOverlay): void {
  const { overlay, origin } = entry
  const today = dayOf(new Date())
  const [programme, at] = [opened.programmes.find(({ document }) => document.id === overlay.programme), dayOfRelease(entry, today)]
  const base = programme && findRelease(programme, at)
  if (base) source.place(origin, lintOverlay(common.document, base.release, overlay, releasesBeside(opened, { programme: overlay.programme, at }), { ...strictness, today, depends_on: programme.document.depends_on }))
}

/** Cases of other days than those the rules are proposed for. */
function checkDays(source: PackSource, entry: OpenDocument): void {
  const { valid_from: from, valid_to: to } = entry
  source.issues.push(...documentOf(entry).cases.flatMap((document, index) => {
    const day = momentOfCase(document).law_at
    const isOutside = (from !== undefined && day < from) || (to !== undefined && to < day)
    return isOutside ? [outsideIssue(entry, index, day)] : []
  }))
}

async function runInto(source: PackSource, opened: OpenPacks, entry: OpenDocument): Promise<number> {
  const { run, failed } = await runCases(packsOrThrow(opened, []), entry)
  source.place(entry.origin, failed.flatMap(({ index, issues }) => issues.map((issue) => ({ ...issue, path: ['cases', index, ...issue.path] }))))
  return run
}

const outsideIssue = ({ origin }: OpenDocument, index: number, day: string): PackIssue => {
  const { file, place } = originOf(origin, ['cases', index])
  return packIssue(file, place, {
    code: 'pack_case_day',
    vi: `ngày ${formatDate(day)} của ca nằm ngoài thời gian áp dụng của bản quy định; hãy sửa ngày của ca, hoặc valid_from, valid_to.`,
    en: `the day ${formatDate(day)} of the case is outside the period of the release; correct the day of the case, or valid_from and valid_to.`,
  })
}

/** Whether evaluations are possible: no errors in the release, in what all share, or in a programme it may read. */
const isSound = (issues: readonly PackIssue[], opened: OpenPacks, entry: OpenDocument): boolean =>
  !issues.some(({ file, severity }) => severity === 'error' && (isAdditions(file) || [entry.folder, 'common', ...reachable(opened, documentOf(entry).programme), ...basesOf(opened, entry)].some((part) => isInside(part, file))))

/** What an overlay lies on: the releases of its programme. */
const basesOf = ({ programmes }: OpenPacks, entry: OpenDocument): readonly string[] =>
  ('overlay' in entry ? programmes.filter(({ document }) => document.id === entry.overlay.programme).flatMap(({ releases }) => releases.map(({ folder }) => folder)) : [])

const matters = ({ file, severity }: PackIssue, inside: readonly string[]): boolean =>
  inside.some((part) => isInside(part, file) || file === `${part.split('/')[0]}/programme.json` || file === `${part.split('/')[0]}/${additionsFile}`)
  || (severity === 'error' && (isAdditions(file) || ['common', 'units'].some((part) => isInside(part, file))))

const inOrder = (a: Finding, b: Finding): number => {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
