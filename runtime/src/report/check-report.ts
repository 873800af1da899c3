import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { CodesBlock, ReportDocument } from '../documents/report-document.ts'
import type { Release } from '../documents/release-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { checkRelease } from '../release/check-release.ts'
import { releaseIssue } from '../release/issue-messages.ts'
import { referencesOfPiece } from '../release/references.ts'
import { listOfFact, typeOfExpression, typeOfFact } from '../release/value-types.ts'
import { blocksOf, leafColumns } from './report-columns.ts'
import { formulasOfReport, piecesOfReport, type ReportPiece } from './report-pieces.ts'
import { columnGone, noNumber, nothingChosen, rowsWithoutCodes } from './report-issues.ts'
import { placeInReport } from './report-references.ts'
import { assembleReport, reportCommon, reportRelease } from './report-rules.ts'
import { assembleSheet } from './sheet-rules.ts'

type Path = readonly (string | number)[]
type Releases = Readonly<Record<string, Release>>

/** Any period; what is checked does not depend on it. */
const someYear = { from: '2026-01-01', to: '2026-12-31' }

type PlacedId = readonly [id: string, path: Path]

const columnIds = (report: ReportDocument, path: Path): readonly PlacedId[] => leafColumns(report, path).map(({ column, path: at }) => [column.id, at])

const rowIds = (report: ReportDocument, path: Path): readonly PlacedId[] =>
  blocksOf(report, path).flatMap(({ block, path: at }) => [[block.id, at] as const, ...(block.kind === 'conditions' ? block.conditions.map(({ id }, index) => [`${block.id}.${id}`, [...at, 'conditions', index]] as const) : [])])

const repeated = (ids: readonly PlacedId[]): readonly Issue[] => {
  const seen = new Set<string>()
  return ids.flatMap(([id, path]) => {
    if (seen.has(id)) return [releaseIssue('duplicate_id', path, { id: id.split('.').at(-1) ?? id })]
    seen.add(id)
    return []
  })
}

/** A name that nobody has chosen yet is no name that leads nowhere. */
const inWordsOfReport = (issue: Issue): Issue => (issue.code === 'unknown_fact' && issue.params['fact'] === '' ? nothingChosen(issue.path) : issue)

/** What the pieces have, told where each is written in the report. */
const checkPieces = (common: CommonDocument, pieces: readonly ReportPiece[], releases: Releases): readonly Issue[] => {
  const release = reportRelease(pieces.map(({ piece }) => piece), someYear)
  return checkRelease(common, release, releases).flatMap((issue) => {
    const [part, index, ...within] = issue.path
    const piece = part === 'logic' ? pieces[Number(index)] : undefined
    return piece ? [inWordsOfReport({ ...issue, path: placeInReport(piece, within) })] : []
  })
}

/** Rows by codes need codes: of a list, or yes and no. */
const checkCodes = (assembly: Assembly, { fact, codes = [] }: CodesBlock, path: Path): readonly Issue[] => {
  const list = assembly.lists.get(listOfFact(assembly, { fact }) ?? '')
  if (!list && typeOfFact(assembly, { fact }) !== 'boolean') return [rowsWithoutCodes([...path, 'fact'], fact)]
  const known = list ? list.entries.map(({ code }) => code) : ['true', 'false']
  return codes.flatMap((code, index) => (known.includes(code) ? [] : [releaseIssue('unknown_code', [...path, 'codes', index], { list: list?.id ?? fact, code })]))
}

/** Formulas and checks read columns: a name that leads nowhere is a column that is gone. */
const checkFormulas = (sheet: Assembly, formulas: readonly ReportPiece[], releases: Releases): readonly Issue[] => {
  const found = checkPieces(sheet.common, formulas, releases).map((issue) => (issue.code === 'unknown_fact' ? columnGone(issue.path, String(issue.params['fact'])) : issue))
  // Of columns that read one another in a circle nobody can tell what they come to.
  return found.some(({ code }) => code === 'cycle') ? found : [...found, ...withoutNumber(sheet, formulas)]
}

/** Values that are known to be no number, among them those that are not written yet. */
const withoutNumber = (assembly: Assembly, values: readonly ReportPiece[]): readonly Issue[] =>
  values.flatMap(({ piece, path }) => {
    const type = piece.kind === 'fact' ? typeOfExpression(assembly, piece.value) : 'number'
    return type === undefined || type === 'number' ? [] : [noNumber(path)]
  })

const summedOf = (pieces: readonly ReportPiece[]): readonly ReportPiece[] => pieces.filter(({ path, part }) => part === 'value' && path.at(-1) === 'value')

/** What is read as decided must be a result of its programme, as far as that is at hand. */
const checkDecided = ({ dependencies }: Assembly, pieces: readonly ReportPiece[]): readonly Issue[] =>
  pieces.flatMap((each) => referencesOfPiece(each.piece, []).flatMap((reference) => {
    const fact = reference.kind === 'fact' ? reference.reference.fact : ''
    const [programme = '', outcome = ''] = fact.split('.')
    const owner = dependencies.get(programme)
    return !owner || owner.pieces.get(outcome)?.piece.kind === 'outcome' ? [] : [releaseIssue('unknown_fact', placeInReport(each, reference.path), { fact })]
  }))

/**
 * Everything that would make it impossible to compute a report: names that lead nowhere, comparisons of the wrong type, columns that are not
 * there or that read one another in a circle, rows without codes. `releases` are those it is read with, its own programme's among them.
 */
export const checkReport = (common: CommonDocument, report: ReportDocument, releases: Releases, path: Path = []): readonly Issue[] => {
  const duplicates = [...repeated(columnIds(report, path)), ...repeated(rowIds(report, path))]
  if (duplicates.length > 0) return duplicates
  const [pieces, formulas] = [piecesOfReport(report, path), formulasOfReport(report, path)]
  const rules = checkPieces(reportCommon(common), pieces, releases)
  // What is not chosen yet hides nothing of the rest.
  if (rules.some(({ code }) => code !== 'nothing_chosen')) return rules
  const assembly = assembleReport({ common, releases }, report.logic ?? [], someYear)
  const columns = new Set(leafColumns(report).flatMap(({ column }) => (column.kind === 'measure' || column.kind === 'formula' ? [column.id] : [])))
  return [
    ...rules,
    ...checkDecided(assembly, pieces),
    ...blocksOf(report, path).flatMap(({ block, path: at }) => (block.kind === 'codes' && block.fact !== '' ? checkCodes(assembly, block, at) : [])),
    ...leafColumns(report, path).flatMap(({ column, path: at }) => (column.kind === 'value' && column.of === 'head' && column.fact !== '' && assembly.fields.get(column.fact)?.place !== 'members' ? [releaseIssue('unknown_fact', [...at, 'fact'], { fact: column.fact })] : [])),
    ...withoutNumber(assembly, summedOf(pieces)),
    ...checkFormulas(assembleSheet(report, { common, releases }, someYear), formulas, releases),
    ...(report.checks ?? []).flatMap(({ column }, index) => (columns.has(column) ? [] : [columnGone([...path, 'checks', index, 'column'], column)])),
  ]
}

/** The same of every report of a release. */
export const checkReports = (common: CommonDocument, release: Release, others: Releases): readonly Issue[] =>
  (release.reports ?? []).flatMap((report, index) => checkReport(common, report, { ...others, [release.programme]: release }, ['reports', index]))
