import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Release } from '../documents/release-document.ts'
import { checkRelease } from '../release/check-release.ts'
import { applicabilityChecks } from './checks/applicability-checks.ts'
import { caseChecks } from './checks/case-checks.ts'
import { citationChecks } from './checks/citation-checks.ts'
import { codeChecks } from './checks/code-checks.ts'
import { conditionChecks } from './checks/condition-checks.ts'
import { entitlementChecks } from './checks/entitlement-checks.ts'
import { formChecks } from './checks/form-checks.ts'
import { hiddenChecks } from './checks/hidden-checks.ts'
import { identityChecks } from './checks/identity-checks.ts'
import { literalChecks } from './checks/literal-checks.ts'
import { numberChecks } from './checks/number-checks.ts'
import { pagesChecks } from './checks/pages-checks.ts'
import { parameterChecks } from './checks/parameter-checks.ts'
import { programmeChecks } from './checks/programme-checks.ts'
import { reportChecks } from './checks/report-checks.ts'
import { structureChecks } from './checks/structure-checks.ts'
import { tableChecks } from './checks/table-checks.ts'
import { textChecks } from './checks/text-checks.ts'
import { typeChecks } from './checks/type-checks.ts'
import { unitChecks } from './checks/unit-checks.ts'
import { useChecks } from './checks/use-checks.ts'
import { releasesRead } from './foreign-read.ts'
import { lintContextOf, type LintOptions } from './lint-context.ts'
import type { LintCheck } from './lint-issue.ts'

/** Checks of the documents as they are written. */
const ofDocuments: readonly LintCheck[] = [structureChecks, identityChecks, literalChecks, entitlementChecks, formChecks, pagesChecks, parameterChecks, citationChecks, textChecks]

/** Checks that follow names and types, and so need a release in which these lead somewhere. */
const ofSoundRelease: readonly LintCheck[] = [
  programmeChecks, typeChecks, unitChecks, codeChecks, conditionChecks, applicabilityChecks, tableChecks, numberChecks, useChecks, hiddenChecks, caseChecks, reportChecks,
]

/**
 * Everything a person should know of a release before it is published, alone and together with the releases it reads:
 * first what `checkRelease` finds, then the rest, family by family. Where evaluation is impossible, checks that need a
 * sound release wait until that is corrected. Never throws on documents that fit their schemas. `others` are the releases
 * of other programmes by their names, `common` among them; without them nothing is said about what is read of others.
 */
export const lintRelease = (common: CommonDocument, release: Release, others?: Readonly<Record<string, Release>>, options: LintOptions = {}): readonly Issue[] => {
  const read = releasesRead(release, others ?? {})
  const errors = checkRelease(common, release, read)
  const context = lintContextOf({ common, release, others, options, read })
  const checks = errors.length === 0 ? [...ofDocuments, ...ofSoundRelease] : ofDocuments
  return [...errors, ...checks.flatMap((check) => check(context))]
}
