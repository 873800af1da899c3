import { describeReference } from '../explain/readable.ts'
import type { Severity } from '../documents/issue.ts'
import type { TablePiece } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { formatNumber } from '../values/format.ts'
import { union } from './bit-set.ts'
import { boundNamesOf } from './bound-names.ts'
import { closingRowsOf } from './closing-rows.ts'
import { Budget, uncoveredRegions } from './coverage.ts'
import { deadRowsOf, type DeadRow } from './dead-rows.ts'
import { exampleAt, exampleWords, regionWords, simplestPoint } from './finding-words.ts'
import { isCertainBox, layOut, type Layout, type TooLarge } from './layout.ts'
import { overlapsOf } from './overlaps.ts'
import { tableAnalysisLimits, type TableAnalysis, type TableFinding, type TableFindingCode } from './table-finding.ts'
import { tableFindingMessages, type MessageParts } from './table-finding-messages.ts'

/** What was found of one kind. */
interface Found {
  readonly findings: readonly TableFinding[]
  readonly omitted: number
  readonly complete: boolean
}

const nothing: Found = { findings: [], omitted: 0, complete: true }

const noText: Text = { vi: '', en: '' }

interface Parts extends Pick<TableFinding, 'certain' | 'rows'>, Partial<Pick<TableFinding, 'example' | 'known_asked' | 'closing'>> {
  readonly region?: Text
  readonly figures?: Text
}

const pathOf = ({ common, release }: Assembly, piece: TablePiece): readonly (string | number)[] => {
  const place = release.logic.findIndex(({ id }) => id === piece.id)
  return place === -1 ? ['common', 'facts', common.facts.findIndex(({ id }) => id === piece.id)] : ['logic', place]
}

/** Where a finding rests on the law being open or established, rows wait for that: nothing is wrong with them. */
const severityOf = (code: TableFindingCode, certain: boolean, asked: readonly string[]): Severity => {
  if (asked.length > 0) return 'notice'
  return code === 'table_overlap' && certain ? 'error' : 'warning'
}

const findingOf = (assembly: Assembly, piece: TablePiece, code: TableFindingCode, parts: Parts): TableFinding => {
  const { certain, rows, example, closing, known_asked = [], region = noText, figures = noText } = parts
  const numbers = rows.map((id) => piece.rows.findIndex((row) => row.id === id))
  const titles = known_asked.map((parameter) => describeReference(assembly, { parameter }).title)
  const asked: Text = { vi: titles.map(({ vi }) => vi).join(', '), en: titles.map(({ en }) => en).join(', ') }
  const said: MessageParts = {
    table: piece.title, rows: numbers.map((number) => number + 1), example: example ? exampleWords(example) : noText,
    certain, region, figures, closing: closing?.length ?? 0, asked,
  }
  const [first] = numbers
  return {
    code,
    severity: severityOf(code, certain, known_asked),
    path: [...pathOf(assembly, piece), ...(first === undefined ? [] : ['rows', first])],
    params: { table: piece.id, rows: said.rows, ...(figures !== noText && { figures: figures.en }) },
    message: tableFindingMessages[code](said),
    certain, known_asked, rows,
    ...(example && { example }),
    ...(closing && { closing }),
  }
}

const findGaps = ({ assembly, piece, space, index, may, impossible }: Layout): Found => {
  if (piece.otherwise !== undefined) return nothing
  const active = may.reduce(union, impossible)
  const regions = uncoveredRegions(index, active, tableAnalysisLimits.findings, new Budget(tableAnalysisLimits.gapSteps))
  if (!regions) return { ...nothing, complete: false }
  const names = boundNamesOf(space, piece)
  const proposals = closingRowsOf(space, piece, regions.boxes, names)
  const findings = regions.boxes.map((box, number) => {
    const closing = proposals[number]
    const example = exampleAt(space, simplestPoint(space, box))
    return findingOf(assembly, piece, 'table_gap', { rows: [], certain: isCertainBox(space, box), example, region: regionWords(space, box, names), ...(closing && { closing }) })
  })
  return { findings, omitted: regions.count - findings.length, complete: true }
}

const findOverlaps = (layout: Layout): Found => {
  const { assembly, piece, space } = layout
  const { pairs, omitted, complete } = overlapsOf(layout, tableAnalysisLimits.findings)
  const findings = pairs.map(({ rows, box }) =>
    findingOf(assembly, piece, 'table_overlap', { rows: rowIds(piece, rows), certain: isCertainBox(space, box), example: exampleAt(space, simplestPoint(space, box)) }))
  return { findings, omitted, complete }
}

const rowIds = ({ rows }: TablePiece, numbers: readonly (number | undefined)[]): readonly string[] =>
  numbers.flatMap((number) => (number === undefined ? [] : (rows[number]?.id ?? [])))

const deadCodes: Readonly<Record<DeadRow['kind'], TableFindingCode>> = { contradictory: 'row_contradictory', covered: 'row_covered' }

const findDeadRows = (layout: Layout): Found => {
  const { assembly, piece, space } = layout
  const { rows, complete } = deadRowsOf(layout)
  const listed = Object.values(Object.groupBy(rows, ({ kind }) => kind)).flatMap((each = []) => each.slice(0, tableAnalysisLimits.findings))
  const findings = listed.map(({ kind, row, point, decider, asked }) =>
    findingOf(assembly, piece, deadCodes[kind], { rows: rowIds(piece, [row, decider]), certain: true, known_asked: asked, ...(point && { example: exampleAt(space, point) }) }))
  return { findings, omitted: rows.length - listed.length, complete }
}

const needsExactlyOneRow = ({ hit }: TablePiece): boolean => hit === 'first' || hit === 'unique'

const tooLarge = (assembly: Assembly, piece: TablePiece, { boxes, atoms }: TooLarge): TableFinding => {
  const figure = (number: number | undefined, vi: string, en: string): readonly Text[] =>
    (number === undefined ? [] : [{ vi: `${formatNumber(number, 'vi')} ${vi}`, en: `${formatNumber(number, 'en')} ${en}` }])
  const all = [
    ...figure(piece.rows.length, 'dòng', 'rows'), ...figure(piece.inputs.length, 'cột', 'columns'),
    ...figure(boxes, 'vùng', 'regions'), ...figure(atoms, 'khoảng giá trị', 'ranges of values'),
  ]
  const figures: Text = { vi: all.map(({ vi }) => vi).join(', '), en: all.map(({ en }) => en).join(', ') }
  return findingOf(assembly, piece, 'table_too_large', { rows: [], certain: true, figures })
}

/**
 * Finds, over every possible case at once, what a table leaves out or says twice: regions no row covers (`first`,
 * `unique`), pairs of rows that hold together (`unique`), rows that never hold, and rows that are never reached
 * (`first`). Nothing is sampled: each column is divided at the constants it is compared with, and regions are exact.
 *
 * - Fields take every value their schema allows; all codes of a list; dates known to the day. Parameters have their
 *   value in this release; one looked up by a field makes that field a further dimension.
 * - A field with `applies` is not applicable exactly where that condition fails; the fields the condition reads are
 *   further dimensions. Every comparison with "not applicable" is false, only an empty cell holds; so a gap there can
 *   only be closed by a row with an empty cell in that column.
 * - Computed facts, and comparisons of one fact with another, are taken as free: a gap or overlap that depends on one
 *   is `certain: false`, and rows dead only because computed values hang together are not found.
 * - A comparison with an open parameter is unknowable: it neither covers nor leaves a gap. `isKnown` is exact.
 *
 * A table beyond `tableAnalysisLimits` gets a `table_too_large` finding beside those that were certain. Throws where no
 * table has that id. The release has passed `checkRelease`.
 */
export const analyseTable = (assembly: Assembly, table: string): TableAnalysis => {
  const piece = assembly.pieces.get(table)?.piece
  if (piece?.kind !== 'table') throw new Error(`No table is named ${table}`)
  const layout = layOut(assembly, piece)
  if (!('space' in layout)) return { table, hit: piece.hit, complete: false, omitted: 0, findings: [tooLarge(assembly, piece, layout)] }
  const found = [
    needsExactlyOneRow(piece) ? findGaps(layout) : nothing,
    piece.hit === 'unique' ? findOverlaps(layout) : nothing,
    findDeadRows(layout),
  ]
  const complete = found.every((each) => each.complete)
  const figures: TooLarge = { boxes: layout.index.boxes.length, atoms: layout.index.sizes.reduce((sum, size) => sum + size, 0) }
  return {
    table,
    hit: piece.hit,
    complete,
    omitted: found.reduce((sum, { omitted }) => sum + omitted, 0),
    findings: [...found.flatMap(({ findings }) => findings), ...(complete ? [] : [tooLarge(assembly, piece, figures)])],
  }
}
