import { readSort } from '../lists/list-sort.ts'
import { resultOrder } from '../lists/result-order.ts'
import type { Tx } from '../plugins/database.ts'
import { listNewestNames } from '../units/unit-queries.ts'
import { submissionSorts, type SubmissionFacets, type SubmissionFilter, type SubmissionLine, type SubmissionList, type SubmissionQuery } from './submission-list-schema.ts'
import { countResults, findSubmissions, listSubmissions, type SubmissionListRow, type SubmissionOrder, type SubmissionQuestion } from './submission-list-queries.ts'

/** One window of the submissions in the reader's area. */
export async function pageSubmissions(tx: Tx, asked: SubmissionQuery, person: string): Promise<SubmissionList> {
  const { ids, total } = await findSubmissions(tx, questionOf(asked, person), await readOrder(tx, asked), asked)
  return { items: await describeSubmissions(tx, ids), ...(total !== undefined && { total }) }
}

export const questionOf = ({ mine, ...filter }: SubmissionFilter, person: string): SubmissionQuestion => ({ ...filter, ...(mine === true && { mineOf: person }) })

export async function readOrder(tx: Tx, { programme, sort }: SubmissionFilter): Promise<SubmissionOrder> {
  const read = readSort(submissionSorts, sort) ?? { by: 'changed', descending: true }
  return { sort: read, results: read.by === 'result' ? await resultOrder(tx, programme) : [] }
}

/** Lines of the list for submissions, in the order of their ids. */
export async function describeSubmissions(tx: Tx, ids: readonly string[]): Promise<SubmissionLine[]> {
  const rows = await listSubmissions(tx, ids)
  const names = await listNewestNames(tx, rows.map((row) => row.unit_id))
  return rows.map((row) => toLine(row, names))
}

function toLine(row: SubmissionListRow, names: ReadonlyMap<string, string>): SubmissionLine {
  const { id, household_id: household, label, unit_id: unit, place, programme, state, law_at: day, outcomes, belated, updated_at: changed, updated_by: by, name } = row
  const standing = standingOf(row)
  return {
    id, household, label, unit: { id: unit, name: names.get(unit) ?? unit }, programme, state, reference_date: day, outcomes: [...(outcomes ?? [])], belated,
    changed_at: changed.toISOString(), changed_by: { id: by, name },
    ...(place !== null && { place }), ...(standing && { standing }),
  }
}

function standingOf({ state, current, replaced }: SubmissionListRow): SubmissionLine['standing'] {
  if (state !== 'submitted') return undefined
  return current ? 'current' : replaced ? 'replaced' : 'earlier'
}

/** What the list can be narrowed to. */
export async function describeFacets(tx: Tx, programme: string | undefined): Promise<SubmissionFacets> {
  const rows = await countResults(tx, programme)
  return { results: rows.flatMap(({ result, result_list: list, count }) => (result === null || list === null ? [] : [{ result, list, count }])) }
}
