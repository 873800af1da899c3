import type { CommonDocument } from '../documents/common-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Release } from '../documents/release-document.ts'
import type { Spell } from '../documents/unit-document.ts'
import { assemble, type Assembly } from '../release/assembly.ts'
import { conditionPlacesOf, type ConditionPlace } from './condition-place.ts'
import type { Path } from './path.ts'

/** What a lint may know beyond the documents. Checks that need what is not given are left out. */
export interface LintOptions {
  /** The day of the lint, ISO; the runtime has no clock. */
  readonly today?: string
  /** Months after which the comparison of a value with the text counts as old; 24 unless said. */
  readonly confirmed_months?: number
  /** The days the release is meant for. */
  readonly period?: Spell
  /** Whether a note is not enough in place of a citation, and what nobody compared with a text is listed. */
  readonly require_citation?: boolean
  /** Programmes that the release's programme says it depends on. */
  readonly depends_on?: readonly string[]
}

/** A piece of logic with its place. */
export interface PlacedPiece {
  readonly piece: LogicPiece
  readonly path: Path
  /** Whether it belongs to what all releases share. */
  readonly shared: boolean
}

/** Everything the checks read, gathered once. */
export interface LintContext {
  readonly assembly: Assembly
  readonly common: CommonDocument
  readonly release: Release
  /** Releases of other programmes; absent where nobody said which there are. */
  readonly others: Readonly<Record<string, Release>> | undefined
  readonly options: LintOptions
  readonly pieces: readonly PlacedPiece[]
  readonly conditions: readonly ConditionPlace[]
}

export interface LintParts extends Pick<LintContext, 'common' | 'release' | 'others' | 'options'> {
  /** Those of the other releases that are read at all. */
  readonly read: Readonly<Record<string, Release>>
}

/** Gathers what the checks read; works for every document that fits its schema, sound or not. */
export const lintContextOf = ({ read, ...parts }: LintParts): LintContext => {
  const { common, release } = parts
  const pieces: readonly PlacedPiece[] = [
    ...common.facts.map((piece, index) => ({ piece, path: ['common', 'facts', index], shared: true })),
    ...release.logic.map((piece, index) => ({ piece, path: ['logic', index], shared: false })),
  ]
  const assembly = assemble({ programme: release.programme, layer: 'national', common, releases: { ...read, [release.programme]: release } })
  return { ...parts, assembly, pieces, conditions: conditionPlacesOf({ assembly, release, pieces }) }
}
