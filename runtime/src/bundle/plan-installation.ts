import type { CommonDocument } from '../documents/common-document.ts'
import type { CommonAdditions } from '../documents/draft-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { ProgrammeDocument, Scope } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { extendCommon } from '../release/additions.ts'
import { checkRelease } from '../release/check-release.ts'
import { checkReports } from '../report/check-report.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import { defaultValidTo, resolvePublication, type Publication } from '../release/publication.ts'
import { addDays } from '../values/day.ts'
import type { Bundle } from './bundle.ts'
import { baseIssues } from './base-issues.ts'
import { nationalOn, type InstallGround, type InstallStep } from './install-ground.ts'
import { periodTaken, programmeMissing, readOther, takesOver } from './installation-issues.ts'
import { sharedGaps } from './shared-needs.ts'

/** What installing a bundle comes to. With errors among the issues nothing of it is done. */
export interface Installation {
  /** What all share as it will be. */
  readonly common: CommonDocument
  readonly additions: CommonAdditions
  /** Programmes that are new or described otherwise. */
  readonly programmes: readonly ProgrammeDocument[]
  readonly steps: readonly InstallStep[]
  readonly issues: readonly Issue[]
}

/** Whether everything of a bundle is there already. */
export const isInstalled = ({ programmes, steps }: Installation): boolean => programmes.length === 0 && steps.length === 0

/** Recorded behind everything there is. */
const later = '9999-12-31T00:00:00.000Z'

/**
 * What a bundle changes where it is installed, and what stands in the way: entries all share that are there as others, days that other
 * rules cover, programmes that are missing, and for local law each thing it changes which another base has otherwise.
 */
export const planInstallation = (bundle: Bundle, ground: InstallGround): Installation => {
  const here = ground.common ?? bundle.common
  const { additions, issues: shared } = sharedGaps(here, bundle.common, bundle.manifest.needs)
  const { common } = extendCommon(here, additions)
  const proposed = stepsOf(bundle, ground)
  const publications = [...ground.publications, ...proposed.map(({ publication }) => publication)]
  const after: InstallGround = { ...ground, common, publications, documents: new Map([...ground.documents, ...proposed.map(({ file }) => [file.manifest.documents.release, file.release] as const)]) }
  const steps = proposed.map((step) => ({ ...step, path: ['releases', bundle.releases.indexOf(step.file)] }))
  const issues = [
    ...shared,
    ...steps.flatMap((step) => rivalIssues(step, ground, step.path)),
    ...steps.flatMap((step) => readIssues(step, bundle, after, step.path)),
    ...steps.flatMap((step) => soundIssues(step, common, after, step.path)),
    ...baseIssues(bundle, steps, { before: ground, after, common }),
  ]
  return { common, additions, programmes: programmesOf(bundle, ground), steps: proposed, issues: once(issues) }
}

const once = (issues: readonly Issue[]): readonly Issue[] => issues.filter((issue, index) => issues.findIndex(({ message }) => message.en === issue.message.en) === index)

const sameScope = (a: Scope, b: Scope): boolean => canonicalJson(a) === canonicalJson(b)

/** Releases that are not there yet, each for the days it is proposed for. */
function stepsOf({ releases }: Bundle, { publications }: InstallGround): readonly InstallStep[] {
  const proposals = releases.map((file): InstallStep => {
    const { manifest: { programme, documents, valid_from: from, valid_to: to }, release: { scope } } = file
    return { file, publication: { programme, scope, release: documents.release, recorded_at: later, ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }) } }
  })
  const all = [...publications, ...proposals.map(({ publication }) => publication)]
  return proposals
    .filter(({ publication }) => !publications.some((row) => row.programme === publication.programme && sameScope(row.scope, publication.scope) && row.release === publication.release && overlaps(row, publication)))
    .map(({ file, publication }) => {
      const end = publication.valid_to ?? defaultValidTo(all, publication)
      return { file, publication: end === undefined ? publication : { ...publication, valid_to: end } }
    })
}

const [firstDay, lastDay] = ['0001-01-01', '9999-12-31']

const overlaps = (a: Publication, b: Publication): boolean => (a.valid_from ?? firstDay) <= (b.valid_to ?? lastDay) && (b.valid_from ?? firstDay) <= (a.valid_to ?? lastDay)

/** A release without an end gives way to one that begins later; any other that covers the same days stands in the way. */
function rivalIssues({ file, publication }: InstallStep, { publications, documents, givesWay }: InstallGround, path: Issue['path']): readonly Issue[] {
  const rivals = rivalsOf(publication, publications)
  return rivals.map((row) => {
    const { title } = documents.get(row.release ?? '') ?? file.release
    const { valid_from: from } = publication
    return givesWay && from !== undefined && row.valid_to === undefined && (row.valid_from ?? '') < from ? takesOver(file, from, title, path) : periodTaken(file, row, title, path)
  })
}

/** What is in force on some day of a publication. */
function rivalsOf(publication: Publication, publications: readonly Publication[]): readonly Publication[] {
  const { programme, scope, valid_from: from = firstDay, valid_to: to = lastDay } = publication
  const around = publications.filter((row) => row.programme === programme && sameScope(row.scope, scope) && overlaps(row, publication))
  const turns = around.flatMap(({ valid_from: begin, valid_to: end }) => [...(begin === undefined ? [] : [begin]), ...(end === undefined ? [] : [addDays(end, 1)])])
  const days = [from, ...turns].filter((day) => from <= day && day <= to)
  const found = new Set(days.map((at) => resolvePublication(around, { programme, scope, at })))
  return around.filter((row) => row.release !== undefined && found.has(row))
}

const dayOf = ({ valid_from: from, valid_to: to }: Publication, { manifest }: Bundle): string => from ?? to ?? manifest.made_on

function readIssues({ file, publication }: InstallStep, bundle: Bundle, after: InstallGround, path: Issue['path']): readonly Issue[] {
  const { title }: { readonly title: Text } = file.release
  const ids = new Set([...after.programmes, ...bundle.releases.map(({ programme }) => programme)].map(({ id }) => id))
  const missing = file.programme.depends_on.filter((name) => !ids.has(name))
  return [
    ...missing.map((name) => programmeMissing(title, name, path)),
    ...Object.entries(file.manifest.reads).filter(([name]) => ids.has(name)).flatMap(([name, hash]) => {
      const found = nationalOn(after, name, dayOf(publication, bundle))
      return found?.hash === hash ? [] : [readOther(title, name, found?.release.title, path)]
    }),
  ]
}

/** What would make an evaluation of a national release impossible here. */
function soundIssues({ file: { release }, publication }: InstallStep, common: CommonDocument, after: InstallGround, path: Issue['path']): readonly Issue[] {
  if (release.scope !== 'national') return []
  const shared = release.programme === 'common' ? undefined : nationalOn(after, 'common', publication.valid_from ?? publication.valid_to ?? '9999-12-31')
  const others = shared ? { common: shared.release } : {}
  const found = checkRelease(common, release, others)
  return (found.length > 0 ? found : checkReports(common, release, others)).filter(({ severity }) => severity === 'error').map((issue) => ({ ...issue, path: [...path, 'release', ...issue.path] }))
}

const programmesOf = ({ releases }: Bundle, { programmes }: InstallGround): readonly ProgrammeDocument[] => {
  const brought = new Map(releases.map(({ programme }) => [programme.id, programme] as const))
  return [...brought.values()].filter((programme) => programmes.every((there) => canonicalJson(there) !== canonicalJson(programme)))
}
