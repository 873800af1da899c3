import { recordedOutcomes, type Assembly, type CaseDocument, type GivenResult, type HistoryEntry, type Issue, type Language } from '@tieuchi/runtime'
import { dayCell, type Cell, type ExcelSheet } from '../excel/excel-file.ts'
import type { ReadSheet } from '../excel/excel-reading.ts'
import { textOf, writeValue } from './case-cells.ts'
import type { CellKind } from './case-columns.ts'
import { headWords, problemWords, sheetWords, stateWords } from './case-file-words.ts'
import { readTable, type ReadTable, type SheetRow } from './case-sheet.ts'

const nameOf = ({ programme, outcome }: Pick<HistoryEntry, 'programme' | 'outcome'>): string => `${programme}.${outcome}`

const namedBy = ({ given: { history = [] } }: CaseDocument): readonly string[] => history.map(nameOf)

const ownOutcomes = (assembly: Assembly): readonly string[] =>
  [[assembly.programme, assembly.pieces] as const, ...[...assembly.dependencies].map(([programme, { pieces }]) => [programme, pieces] as const)]
    .flatMap(([programme, pieces]) => [...pieces.values()].filter((each) => each.programme === programme && each.piece.kind === 'outcome').map(({ piece }) => nameOf({ programme, outcome: piece.id })))

/** What an earlier decision can be about: what the rules read or a case names, and every other outcome at hand. */
const outcomesOf = (assembly: Assembly): readonly GivenResult[] => recordedOutcomes(assembly, [...assembly.release.cases.flatMap(namedBy), ...ownOutcomes(assembly)])

const aboutKind = (outcomes: readonly GivenResult[]): CellKind => ({ type: 'text', codes: outcomes.map(({ name, title }) => ({ code: name, title })) })

const valueKind = ({ lists }: Assembly, { type, list }: GivenResult): CellKind => ({ type, codes: lists.get(list ?? '')?.entries })

const layerKind: CellKind = { type: 'text', codes: stateWords.layer }
const dayKind: CellKind = { type: 'date' }
const textKind: CellKind = { type: 'text' }

const heads = [['code', 14], ['outcome', 32], ['layer', 18], ['member', 14], ['value', 32], ['from', 14], ['to', 22], ['decidedOn', 16], ['standard', 14]] as const

/** The earlier decisions of cases, one row each; undefined where neither the rules nor a case know of any. */
export function historySheet(assembly: Assembly, language: Language): ExcelSheet | undefined {
  const { cases } = assembly.release
  if (recordedOutcomes(assembly, cases.flatMap(namedBy)).length === 0) return undefined
  const outcomes = outcomesOf(assembly)
  const about = aboutKind(outcomes)
  const day = (each: string | undefined): Cell => (each === undefined ? undefined : dayCell(each))
  const cells = (id: string, entry: HistoryEntry): readonly Cell[] => {
    const outcome = outcomes.find(({ name }) => name === nameOf(entry))
    const value = entry.value === undefined || entry.value === '' || !outcome ? undefined : writeValue(entry.value, valueKind(assembly, outcome), language)
    return [id, writeValue(nameOf(entry), about, language), writeValue(entry.layer, layerKind, language), entry.member, value, day(entry.from), day(entry.to), day(entry.decided_on), entry.standard]
  }
  return {
    name: sheetWords.history[language],
    columns: heads.map(([word, width]) => ({ title: headWords[word][language], width })),
    rows: cases.flatMap(({ id, given: { history = [] } }) => history.map((entry) => cells(id, entry))),
  }
}

/** What a sheet of earlier decisions says, by the codes of the cases. */
export interface ReadHistory {
  readonly issues: readonly Issue[]
  readonly of: (code: string) => readonly HistoryEntry[]
}

/** Reads a sheet as `historySheet` writes it; `codes` are those of the cases of the file. */
export function readHistory(assembly: Assembly, sheet: ReadSheet, codes: ReadonlySet<string>): ReadHistory {
  const outcomes = outcomesOf(assembly)
  const table = readTable(sheet, { needed: ['code', 'outcome', 'from'], other: ['layer', 'member', 'value', 'to', 'decidedOn', 'standard'] }, [])
  const entries = Map.groupBy(table.rows.map((row) => ({ code: textOf(row.key('code')), entry: readEntry(assembly, row, outcomes) })), ({ code }) => code)
  return {
    issues: [...table.issues, ...table.rows.flatMap((row) => missingIn(table, row, codes))],
    of: (code) => (entries.get(code) ?? []).flatMap(({ entry }) => entry ?? []),
  }
}

function missingIn({ problemAt }: ReadTable, row: SheetRow, codes: ReadonlySet<string>): readonly Issue[] {
  const code = textOf(row.key('code'))
  const unknown = code !== '' && !codes.has(code) ? [problemAt(row.number, headWords.code, problemWords.noCase(code))] : []
  return [...unknown, ...(['code', 'outcome', 'from'] as const).flatMap((key) => (row.key(key) === undefined ? [problemAt(row.number, headWords[key], problemWords.empty())] : []))]
}

/** What is left out of a sheet is not known; whose rules a decision went by are those of the country where nothing else is said. */
function readEntry(assembly: Assembly, row: SheetRow, outcomes: readonly GivenResult[]): HistoryEntry | undefined {
  const name = row.read('outcome', aboutKind(outcomes))
  const outcome = outcomes.find((each) => each.name === name)
  const value = outcome && row.read('value', valueKind(assembly, outcome))
  const [layer, from, to, decidedOn] = [row.read('layer', layerKind), row.read('from', dayKind), row.read('to', dayKind), row.read('decidedOn', dayKind)]
  const [member, standard] = [row.read('member', textKind), row.read('standard', textKind)]
  if (!outcome || from === undefined) return undefined
  const [programme = '', id = ''] = outcome.name.split('.')
  return {
    programme, outcome: id, layer: layer === 'local' ? 'local' : 'national', from: String(from),
    ...(member !== undefined && { member: String(member) }), ...(value !== undefined && { value }), ...(to !== undefined && { to: String(to) }),
    ...(decidedOn !== undefined && { decided_on: String(decidedOn) }), ...(standard !== undefined && { standard: String(standard) }),
  }
}
