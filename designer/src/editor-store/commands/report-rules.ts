import { formulasOfReport, piecesOfReport, reportRelease, type Condition, type DraftDocument, type LogicPiece, type ReportDocument, type ReportPiece, type Subject } from '@tieuchi/runtime'
import { numberedPlace, readPlace, writePlace, type Place } from '../document-place.ts'
import { logicCommands, type LogicCommands } from './logic-commands.ts'

/**
 * Where rules of a report are written: a condition or a value of a column, a row or a check; or one of its own facts and conditions. With `sheet`
 * it is computed of the columns of the row.
 */
export type ReportSite =
  | { readonly report: string; readonly piece: string }
  | { readonly report: string; readonly place: Place; readonly of: Subject; readonly part: 'conditions' | 'value'; readonly sheet?: true }

type WithinName = 'condition.write' | 'piece.add' | 'piece.replace' | 'piece.remove'

/** What can be changed there, as in a release. */
export type WithinCommand = { readonly [Name in WithinName]: { readonly name: Name; readonly args: LogicCommands[Name] } }[WithinName]

export const isWithinCommand = (command: { readonly name: string }): command is WithinCommand => ['condition.write', 'piece.add', 'piece.replace', 'piece.remove'].includes(command.name)

/** A report read as a draft of its own, whose release has everything that is written in the report as a piece. */
export interface ReportView {
  readonly document: DraftDocument
  /** The piece that the site is. */
  readonly piece: string
}

/** What a condition or value is called while it is written. */
const written = 'at_this_place'

/** The name of the piece that is written at a site: its own, that of the column a formula stands in, or one it has for the while. */
export const pieceNameAt = (site: ReportSite): string => {
  if ('piece' in site) return site.piece
  return site.sheet === true && site.place.at(-1) === 'formula' ? (site.place.at(-2) ?? written) : written
}

const nowhere = { vi: '–', en: '–' } as const

const someYear = { from: '2026-01-01', to: '2026-12-31' } as const

const begun = (of: Subject, part: 'conditions' | 'value'): LogicPiece =>
  part === 'conditions' ? { kind: 'condition', id: written, title: nowhere, of, conditions: { all: [] } } : { kind: 'fact', id: written, title: nowhere, of, value: '' }

const samePath = ({ path }: ReportPiece, place: readonly (string | number)[]): boolean => path.length === place.length && path.every((step, at) => step === place[at])

/** Columns know a formula by the name of its column; everything else that is written at a place has a name while it is. */
const named = ({ piece, path }: ReportPiece, sheet: boolean): LogicPiece => (sheet && path.at(-1) === 'formula' ? piece : { ...piece, id: written })

export const findReport = ({ release: { reports = [] } }: Pick<DraftDocument, 'release'>, id: string): ReportDocument | undefined => reports.find((report) => report.id === id)

/** The report of a site as rules that editors can change; undefined where there is no such report. */
export const viewOfReport = (document: DraftDocument, site: ReportSite): ReportView | undefined => {
  const report = findReport(document, site.report)
  if (!report) return undefined
  const view = (logic: readonly LogicPiece[], piece: string): ReportView => ({ document: { ...document, release: reportRelease(logic, someYear) }, piece })
  if ('piece' in site) return view(piecesOfReport(report).map(({ piece }) => piece), site.piece)
  const sheet = site.sheet === true
  const pieces = sheet ? formulasOfReport(report) : piecesOfReport(report)
  const place = numberedPlace(report, site.place)
  const own = pieces.find((piece) => samePath(piece, place))
  const piece = own ? named(own, sheet) : begun(site.of, site.part)
  return view([...pieces.map((each) => (each === own ? piece : each.piece)), ...(own ? [] : [piece])], piece.id)
}

const isEmpty = (condition: Condition): boolean => ('all' in condition && condition.all.length === 0) || ('any' in condition && condition.any.length === 0)

/** A row and the part of a share are told by a condition; elsewhere one of which nothing is left is none. */
const isNeeded = (holder: object, name: string): boolean => 'title' in holder || ('share' in holder && name === 'where')

const withCondition = (report: ReportDocument, place: Place, condition: Condition): ReportDocument => {
  const [within, name = ''] = [place.slice(0, -1), place.at(-1)]
  const holder = readPlace(report, within)
  if (typeof holder !== 'object' || holder === null) return report
  const { [name]: _before, ...rest } = holder as Readonly<Record<string, unknown>>
  return writePlace(report, within, isEmpty(condition) && !isNeeded(holder, name) ? rest : { ...rest, [name]: condition })
}

const withPiece = (report: ReportDocument, site: ReportSite, piece: LogicPiece | undefined): ReportDocument => {
  if ('piece' in site || !piece) return report
  if (piece.kind === 'condition') return withCondition(report, site.place, piece.conditions)
  return piece.kind === 'fact' ? writePlace(report, site.place, piece.value) : report
}

/** The report's own facts and conditions: what was not written at a place of it. */
const ownLogic = (logic: readonly LogicPiece[], report: ReportDocument): readonly LogicPiece[] => {
  const placed = new Set(piecesOfReport(report).filter(({ part }) => part !== undefined).map(({ piece: { id } }) => id))
  return logic.filter(({ id }) => id !== written && !placed.has(id))
}

const withOwn = ({ logic: _before, ...report }: ReportDocument, logic: readonly LogicPiece[]): ReportDocument => (logic.length === 0 ? report : { ...report, logic })

const apply = (document: DraftDocument, { name, args }: WithinCommand): DraftDocument => (logicCommands[name] as (document: DraftDocument, args: WithinCommand['args']) => DraftDocument)(document, args)

/** The document after a change of rules to a report; what changes along with it – new questions, programmes that are read – changes in the document. */
export const withinReport = (document: DraftDocument, site: ReportSite, command: WithinCommand): DraftDocument => {
  const view = viewOfReport(document, site)
  const report = findReport(document, site.report)
  if (!view || !report) return document
  const { release: changed, ...rest } = apply(view.document, command)
  const sheet = 'sheet' in site && site.sheet === true
  const next = withPiece(sheet ? report : withOwn(report, ownLogic(changed.logic, report)), site, changed.logic.find(({ id }) => id === view.piece))
  return { ...rest, release: { ...document.release, reports: (document.release.reports ?? []).map((each) => (each === report ? next : each)) } }
}
