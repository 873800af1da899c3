import type { Condition, ParameterReference } from '../documents/condition-document.ts'
import type { Value } from '../values/value.ts'
import type { JudgedRule } from './rule-set.ts'
import type { JudgedCondition } from './rules-engine.ts'
import type { Soon } from './soon.ts'
import type { TracedTable } from './table.ts'

/** What was read in one scope: values by the key of their reference, rule sets and tables by id, the rest by what stands in the document. */
export class ScopeMemory {
  readonly values = new Map<string, Soon<Value>>()
  readonly parameters = new Map<ParameterReference, Soon<Value>>()
  readonly conditions = new Map<Condition, Soon<JudgedCondition>>()
  readonly rules = new Map<string, Soon<readonly JudgedRule[]>>()
  readonly tables = new Map<string, Soon<TracedTable>>()
}
