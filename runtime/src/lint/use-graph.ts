import type { LogicPiece } from '../documents/logic-document.ts'
import type { Release } from '../documents/release-document.ts'
import { referencesOfForm } from '../form/form-references.ts'
import { referencesOfReport } from '../report/report-references.ts'
import { referencesOfCondition, referencesOfPiece, type Reference } from '../release/references.ts'
import type { LintContext } from './lint-context.ts'
import type { Path } from './path.ts'

const parameterPrefix = 'parameter:'

/** A name read somewhere: of a field or piece, or `parameter:` and that of a parameter. */
export const parameterName = (id: string): string => `${parameterPrefix}${id}`

const namesOf = (reference: Reference): readonly string[] => {
  if (reference.kind === 'fact') return [reference.reference.fact]
  if (reference.kind === 'parameter') return [parameterName(reference.reference.parameter)]
  return reference.kind === 'leaf' ? [] : [reference.name]
}

/** Something read, with the place that reads it. */
export interface NamedUse {
  readonly name: string
  readonly path: Path
}

const usesOf = (references: readonly Reference[]): readonly NamedUse[] => references.flatMap((reference) => namesOf(reference).map((name) => ({ name, path: reference.path })))

/** What forms read to show questions, to check answers and to show facts. */
export const formUses = ({ release }: LintContext): readonly NamedUse[] => release.forms.flatMap((form, index) => usesOf(referencesOfForm(form, ['forms', index])))

/** What reports read, of this programme's own results as they were decided. */
export const reportUses = ({ release }: LintContext): readonly NamedUse[] =>
  (release.reports ?? []).flatMap((report, index) => usesOf(referencesOfReport(report, ['reports', index]))).map((use) => ownName(release.programme, use))

/** What another programme, or a report, calls by its full name. */
const ownName = (programme: string, { name, path }: NamedUse): NamedUse => ({ name: name.replace(`parameter:${programme}.`, 'parameter:').replace(`${programme}.`, ''), path })

/** Pieces whose results are for people. */
export const isResult = ({ kind }: LogicPiece): boolean => kind === 'outcome' || kind === 'rules' || kind === 'entitlement'

/** What the results of the release, its forms, its reports and other programmes read, directly or through others. */
export interface UseGraph {
  /** Where each name is read first, of everything that results come to. */
  readonly byResults: ReadonlyMap<string, Path>
  /** The same with what forms and reports read. */
  readonly all: ReadonlyMap<string, Path>
}

const reach = (context: LintContext, roots: readonly NamedUse[]): ReadonlyMap<string, Path> => {
  const reached = new Map<string, Path>()
  const waiting = [...roots]
  for (let use = waiting.shift(); use; use = waiting.shift()) {
    if (reached.has(use.name)) continue
    reached.set(use.name, use.path)
    waiting.push(...usesBelow(context, use.name))
  }
  return reached
}

const usesBelow = ({ assembly, pieces, conditions }: LintContext, name: string): readonly NamedUse[] => {
  const placed = pieces.find(({ piece }) => piece.id === name)
  if (placed) return usesOf(referencesOfPiece(placed.piece, placed.path))
  const field = assembly.fields.get(name)
  if (field) return conditions.filter(({ use, path }) => use === 'applies' && path[3] === name).flatMap(({ condition, path, of }) => usesOf(referencesOfCondition(condition, path, of)))
  const parameter = name.startsWith(parameterPrefix) ? name.slice(parameterPrefix.length) : ''
  const by = assembly.parameters.get(parameter)?.parameter.by
  return by === undefined ? [] : [{ name: by, path: ['parameters', parameter] }]
}

/** What releases of other programmes read, by its name here. */
const usesOfOthers = ({ release: { programme }, others = {} }: LintContext): readonly NamedUse[] =>
  Object.values(others).filter((other: Release) => other.programme !== programme).flatMap(({ logic }) => usesOf(logic.flatMap((piece) => referencesOfPiece(piece, []))))
    .map((use) => ownName(programme, use))

/** Finds what is read. Everything is taken as read where it is reached; whether it can decide is another question. */
export const useGraphOf = (context: LintContext): UseGraph => {
  const results = context.pieces.filter(({ piece, shared }) => !shared && isResult(piece)).map(({ piece, path }) => ({ name: piece.id, path }))
  return { byResults: reach(context, results), all: reach(context, [...results, ...formUses(context), ...reportUses(context), ...usesOfOthers(context)]) }
}
