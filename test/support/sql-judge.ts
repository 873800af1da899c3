import type { Moment } from '@tieuchi/runtime'
import { decodeResult, type Node, type PlanDictionary, type PlanProgram, type PlanResult } from '@tieuchi/runtime/plan'
import type { Db } from '@tieuchi/server/plugins/database.ts'
import type { PlanSource } from '@tieuchi/server/sql-plan/plan-source.ts'
import { planStatement, rootName } from '@tieuchi/server/sql-plan/plan-sql.ts'
import { sql } from 'kysely'

type Found = Readonly<Record<string, unknown>>

/** A text is told as itself. */
const numberOf = (found: unknown, dictionary: PlanDictionary): number => (typeof found === 'string' ? dictionary.freeTexts.code(found) : Number(found))

const laneOf = (row: Found, node: Node, member: number, dictionary: PlanDictionary): number => {
  const found = row[rootName(node)]
  return numberOf(Array.isArray(found) ? found[member] : found, dictionary)
}

/** What a statement of the database found of one household, given the ids of its members; undefined where the interpreter must judge it. */
export type SqlVerdict = (members: readonly string[]) => PlanResult | undefined

/** Judges every household of a source by a statement of the database; verdicts by its id. */
export const judgeBySql = async (db: Db, { graph, roots, outputs, escape }: PlanProgram, moment: Moment, source: PlanSource): Promise<ReadonlyMap<string, SqlVerdict>> => {
  const { rows } = await sql<Found>`${planStatement({ graph, moment, roots, source })}`.execute(db)
  const isLeft = (row: Found): boolean => row['regular'] !== true || (escape.op !== 'constant' && row[rootName(escape)] !== false)
  return new Map(rows.map((row) => [String(row['id']), (members) => (isLeft(row) ? undefined : decodeResult(outputs, graph.dictionary, members, (node, member) => laneOf(row, node, member, graph.dictionary)))]))
}
