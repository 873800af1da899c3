import type { Moment } from '@tieuchi/runtime'
import type { Graph, Node, PlanField } from '@tieuchi/runtime/plan'
import type { Sql } from './day-sql.ts'
import type { PlanSource } from './plan-source.ts'
import type { Among } from './table-steps-sql.ts'

/** A source that tells of all its households at once what it tells of each. */
export interface AlikeSource extends PlanSource {
  /** Of `households` the `id` alone. */
  readonly everyId: Sql
  /** Of `households` the `id`, `unit_id`, `complete`, and what was answered of the household to some questions, a column for each (see `answerName`). */
  readonly everyHousehold: (questions: readonly PlanField[]) => Sql
  /** A select of a row for each household whose earlier decisions somebody asked for, of all, of those with some `ids`, or of everybody the source may know of: `household_id`, `history_from`, and the columns of `recorded`. */
  readonly everyPast: (ids?: Among) => Sql
  /** A select of a row for each member of them: `household_id` and what `members` has. */
  readonly everyMember: (ids?: Among) => Sql
  /**
   * Columns of what earlier decisions came to. By outcome a JSON list of `entries`, in each of which the second is the member it is of, and which names
   * decisions by number, and one of their `results`; by programme the `days` of these decisions, the earliest first, from which on history is
   * complete as the first of them says, and on which days they were made, `decidedOn`.
   */
  readonly recorded: Readonly<Record<'days' | 'decidedOn', readonly string[]>> & { readonly outcomes: readonly { readonly outcome: string; readonly entries: string; readonly results: string }[] }
  /** The attributes of a unit as `households` has them in `unit`. */
  readonly unitAnswers: (unit: Sql) => Sql
}

/** What is asked of households. */
export interface AlikeQuestion {
  readonly graph: Graph
  readonly moment: Moment
  /** Nodes of the household. */
  readonly roots: readonly Node[]
  readonly source: AlikeSource
}
