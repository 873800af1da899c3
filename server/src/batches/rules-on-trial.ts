import { hashDocument, type Assembly } from '@tieuchi/runtime'

/** Rules that a batch is judged by, published or a draft. */
export interface RulesOnTrial {
  readonly assembly: Assembly
  /** Content hash of the release. */
  readonly release: string
}

export const rulesOnTrial = (assembly: Assembly): RulesOnTrial => ({ assembly, release: hashDocument(assembly.release) })
