import type { LintCodeName } from '@tieuchi/runtime'
import type { Sample } from './lint-fixture.ts'
import { conditionSamples } from './lint-samples-conditions.ts'
import { documentSamples } from './lint-samples-documents.ts'
import { releaseSamples } from './lint-samples-release.ts'
import { typeSamples } from './lint-samples-types.ts'
import { useSamples } from './lint-samples-use.ts'

/** A sample for every code of the lint. */
export const lintSamples: Readonly<Record<LintCodeName, Sample>> = { ...releaseSamples, ...documentSamples, ...typeSamples, ...conditionSamples, ...useSamples }
