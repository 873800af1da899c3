import type { Subject } from '../../documents/logic-document.ts'
import type { AnswerType } from './answer-type.ts'
import type { Cell } from './cell.ts'
import type { Property, SchemaNode } from './schema-node.ts'

/** A property that asks something, where it stands. */
export interface AskedProperty {
  readonly property: Property
  readonly node: SchemaNode
  readonly ui: Cell | undefined
  readonly answer: AnswerType
  readonly of: Subject
  /** The name of the group it stands in, where that is not the root. */
  readonly within: string | undefined
  readonly required: boolean
}
