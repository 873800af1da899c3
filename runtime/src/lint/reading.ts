import type { Recorded, Subject } from '../documents/logic-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { withinHistory } from '../release/history-fields.ts'

/** Of whom facts are read at a place: of the household or a member, and inside an aggregate over history of an earlier decision. */
export interface Reading {
  readonly of: Subject
  readonly history?: Recorded
}

/** The assembly as a place reads it. The release has no circles. */
export const assemblyAt = (assembly: Assembly, { history }: Pick<Reading, 'history'>): Assembly => (history ? withinHistory(assembly, history) : assembly)
