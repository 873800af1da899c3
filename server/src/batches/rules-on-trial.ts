import { hashDocument, type Assembly } from '@tieuchi/runtime'

/** Rules that a batch is judged by, published or a draft. */
export interface RulesOnTrial {
  readonly assembly: Assembly
  /** Content hash of the release. */
  readonly release: string
}

/** The hash is worked out where it is asked for: of the many rules that are only tried it never is. */
export const rulesOnTrial = (assembly: Assembly): RulesOnTrial => ({
  assembly,
  get release() {
    return hashDocument(assembly.release)
  },
})
