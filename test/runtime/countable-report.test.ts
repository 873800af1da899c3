import { checkReport, countableReport, formulasOfReport, leafColumns, referencesOfPiece, type ReportColumn, type ReportDocument } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'
import { dogsAndGardens, licenceMovements } from '../support/dog-reports.ts'

const releases = { 'dog-licence': dogReleases[1].release }

/** What somebody may have left half written: every how many-th name leads nowhere, columns are missing or stand twice. */
const damaged = fc.record({
  report: fc.constantFrom(licenceMovements, dogsAndGardens),
  wrongNames: fc.uniqueArray(fc.nat(40), { maxLength: 4 }),
  missing: fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
  twice: fc.option(fc.nat(6), { nil: undefined }),
}).map(({ report, wrongNames, missing, twice }): ReportDocument => {
  let name = -1
  const named = JSON.parse(JSON.stringify(report), (key, value: unknown) => {
    if ((key !== 'fact' && key !== 'condition') || typeof value !== 'string') return value
    name += 1
    return wrongNames.includes(name) ? 'no_such_thing' : value
  }) as ReportDocument
  const columns = named.columns.filter((_column, index) => !missing.includes(index) || index === 0)
  const again = twice === undefined ? undefined : columns[twice]
  return { ...named, columns: again ? [...columns, again] : columns }
})

const kindsOf = ({ columns }: Pick<ReportDocument, 'columns'>) => new Map(leafColumns({ columns }).map(({ column }) => [column.id, column]))

/** Columns nothing was found at, which read none at which something was. */
const untouched = (report: ReportDocument, open: ReadonlySet<string>): readonly ReportColumn[] => {
  const reads = new Map(formulasOfReport(report).map(({ piece }) => [piece.id, referencesOfPiece(piece, []).flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : []))]))
  return leafColumns(report).map(({ column }) => column).filter(({ id }) => !open.has(id) && !(reads.get(id) ?? []).some((each) => open.has(each)))
}

/** A report of one row without checks. What is wrong with columns may be told only once rows are right, so it is looked for without them. */
const onlyColumns = ({ checks: _checks, ...report }: ReportDocument): ReportDocument => ({ ...report, rows: [{ kind: 'total', id: 'all_rows', title: report.title }] })

describe('What of a report can be counted', () => {
  it('is the report itself where nothing is wrong', () => {
    expect(countableReport(dogCommon, licenceMovements, releases)).toEqual({ report: licenceMovements, issues: [] })
  })

  it('has nothing wrong in it, keeps every column that is sound, and tells what is wrong in the rest', () => {
    fc.assert(fc.property(damaged, (report) => {
      const { report: countable, issues } = countableReport(dogCommon, report, releases)
      expect(checkReport(dogCommon, countable, releases)).toEqual([])
      expect(issues).toEqual(checkReport(dogCommon, report, releases))
      const left = kindsOf(countable)
      const open = new Set([...left].flatMap(([id, { kind }]) => (kind === 'open' ? [id] : [])))
      for (const column of untouched(report, open)) expect(left.get(column.id)).toEqual(column)
      if (checkReport(dogCommon, onlyColumns(report), releases).length === 0) expect(countable.columns).toEqual(report.columns)
      if (issues.length === 0) expect(countable).toEqual(report)
    }), { numRuns: 150 })
  })
})
