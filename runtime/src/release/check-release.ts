import { isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import { operators } from '../conditions/operators.ts'
import type { CommonDocument } from '../documents/common-document.ts'
import type { Leaf } from '../documents/condition-document.ts'
import type { FieldItem, FormDocument } from '../documents/form-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Release } from '../documents/release-document.ts'
import { isDay } from '../values/day.ts'
import { assemble, type Assembly } from './assembly.ts'
import { releaseIssue } from './issue-messages.ts'
import { referencesOfCondition, referencesOfPiece, type Reference } from './references.ts'
import { listOfFact, typeOfFact, type ValueType } from './value-types.ts'

type Path = readonly (string | number)[]

/**
 * Everything that would make an evaluation impossible: names that lead nowhere, ids used twice, comparisons of the
 * wrong type, member questions read of the household, circles. A release without errors evaluates without throwing.
 * `others` are releases of programmes it reads, `common` among them.
 */
export const checkRelease = (common: CommonDocument, release: Release, others: Readonly<Record<string, Release>> = {}): readonly Issue[] => {
  const assembly = assemble({ programme: release.programme, layer: 'national', common, releases: { ...others, [release.programme]: release } })
  const pieces: readonly (readonly [LogicPiece, Path])[] = [
    ...common.facts.map((piece, index) => [piece, ['common', 'facts', index]] as const),
    ...release.logic.map((piece, index) => [piece, ['logic', index]] as const),
  ]
  const duplicates = duplicateIds(assembly, pieces)
  if (duplicates.length > 0) return duplicates
  const logic = pieces.flatMap(([piece, path]) => referencesOfPiece(piece, path))
  return [
    ...logic.flatMap((reference) => checkReference(assembly, reference, true)),
    ...pieces.flatMap(([piece, path]) => checkShape(assembly, piece, path)),
    ...checkFields(assembly),
    ...release.forms.flatMap((form, index) => checkForm(assembly, form, ['forms', index])),
    ...findCycles(assembly, pieces),
  ]
}

const duplicateIds = (assembly: Assembly, pieces: readonly (readonly [LogicPiece, Path])[]): readonly Issue[] => {
  const seen = new Set<string>(assembly.fields.keys())
  return pieces.flatMap(([piece, path]) => {
    if (seen.has(piece.id)) return [releaseIssue('duplicate_id', path, { id: piece.id })]
    seen.add(piece.id)
    return []
  })
}

const checkReference = (assembly: Assembly, reference: Reference, inLogic: boolean): readonly Issue[] => {
  const { path } = reference
  if (reference.kind === 'leaf') return checkLeaf(assembly, reference.leaf, path)
  if (reference.kind === 'condition') return assembly.pieces.get(reference.name)?.piece.kind === 'condition' ? [] : [releaseIssue('unknown_condition', path, { condition: reference.name })]
  if (reference.kind === 'rules') return assembly.pieces.get(reference.name)?.piece.kind === 'rules' ? [] : [releaseIssue('unknown_rules', path, { rules: reference.name })]
  if (reference.kind === 'parameter') {
    const { parameter } = reference.reference
    return assembly.parameters.has(parameter) || parameter.includes('.') ? [] : [releaseIssue('unknown_parameter', path, { parameter })]
  }
  const { fact, output } = reference.reference
  if (fact.includes('.')) return []
  if (inLogic && reference.asksKnown) return [releaseIssue('is_known_of_fact', path, { fact })]
  const piece = assembly.pieces.get(fact)?.piece
  const place = assembly.fields.get(fact)?.place
  if (!piece && !place) return [releaseIssue('unknown_fact', path, { fact })]
  if (reference.of === 'household' && (place === 'members' || piece?.of === 'members')) return [releaseIssue('member_read_of_household', path, { fact })]
  const missingOutput = piece?.kind === 'table' && (output === undefined ? piece.outputs.length > 1 : !piece.outputs.includes(output))
  return missingOutput ? [releaseIssue('unknown_output', path, { table: fact, output: output ?? '' })] : []
}

const literalType = (value: unknown): ValueType => {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' && isDay(value) ? 'date' : 'text'
}

const checkLeaf = (assembly: Assembly, leaf: Leaf, path: Path): readonly Issue[] => {
  if (isParameterReference(leaf) || leaf.operator === 'isKnown') return []
  const { fact } = leaf
  const type = typeOfFact(assembly, leaf)
  if (type === undefined) return []
  if (!operators[leaf.operator].accepts.includes(type)) return [releaseIssue('operator_type', path, { fact, type, operator: leaf.operator })]
  const list = listOfFact(assembly, leaf)
  const codes = list === undefined ? undefined : assembly.lists.get(list)?.entries.map(({ code }) => code)
  return operandsOf(leaf.value).flatMap((value) => {
    if (typeof value === 'object') return []
    const expected = type === 'list' ? 'text' : type
    if (literalType(value) !== expected && !(expected === 'text' && typeof value === 'string')) return [releaseIssue('value_type', [...path, 'value'], { fact, type, value })]
    return codes && !codes.includes(String(value)) ? [releaseIssue('unknown_code', [...path, 'value'], { list, code: value })] : []
  })
}

const checkShape = (assembly: Assembly, piece: LogicPiece, path: Path): readonly Issue[] => {
  if ((piece.kind === 'outcome' || piece.kind === 'fact') && piece.list !== undefined && !assembly.lists.has(piece.list)) return [releaseIssue('unknown_list', path, { list: piece.list })]
  if (piece.kind === 'rules') return repeatedIds(piece.rules, [...path, 'rules'])
  if (piece.kind !== 'table') return []
  const lengths = piece.rows.flatMap((row, index) =>
    ([['when', row.when, piece.inputs], ['then', row.then, piece.outputs]] as const).flatMap(([part, cells, columns]) =>
      cells.length === columns.length ? [] : [releaseIssue('row_length', [...path, 'rows', index, part], { row: row.id, actual: cells.length, expected: columns.length })]))
  return [...lengths, ...repeatedIds(piece.rows, [...path, 'rows'])]
}

const repeatedIds = (items: readonly { readonly id: string }[], path: Path): readonly Issue[] =>
  items.flatMap(({ id }, index) => (items.findIndex((item) => item.id === id) < index ? [releaseIssue('duplicate_id', [...path, index], { id })] : []))

const checkFields = (assembly: Assembly): readonly Issue[] =>
  [...assembly.fields.values()].flatMap(({ id, place, schema }) => {
    const path = ['common', 'dictionary', place, id]
    const list = schema['x-list']
    const references = schema.applies ? referencesOfCondition(schema.applies, [...path, 'applies'], place === 'members' ? 'members' : 'household') : []
    return [
      ...(list !== undefined && !assembly.lists.has(list) ? [releaseIssue('unknown_list', path, { list })] : []),
      ...references.flatMap((reference) => checkReference(assembly, reference, true)),
    ]
  })

const checkForm = (assembly: Assembly, form: FormDocument, path: Path): readonly Issue[] => {
  const items = form.sections.flatMap((section, index) => section.items.flatMap((item, position): readonly (readonly [FieldItem, 'household' | 'members', Path])[] => {
    const at = [...path, 'sections', index, 'items', position]
    return item.kind === 'field' ? [[item, 'household', at]] : item.items.map((inner, place) => [inner, 'members', [...at, 'items', place]] as const)
  }))
  const asked = items.flatMap(([item, of, at], index) => {
    const field = assembly.fields.get(item.field)
    if (!field) return [releaseIssue('unknown_fact', at, { fact: item.field })]
    const twice = items.findIndex(([other]) => other.field === item.field) < index
    return [
      ...(field.place === of ? [] : [releaseIssue('field_place', at, { field: item.field })]),
      ...(twice ? [releaseIssue('field_twice', at, { field: item.field })] : []),
      ...(item.visible ? referencesOfCondition(item.visible, [...at, 'visible'], of).flatMap((reference) => checkReference(assembly, reference, false)) : []),
    ]
  })
  const checks = (form.checks ?? []).flatMap((check, index) =>
    referencesOfCondition(check.conditions, [...path, 'checks', index], check.of ?? 'household').flatMap((reference) => checkReference(assembly, reference, false)))
  return [...asked, ...checks]
}

const dependenciesOf = (assembly: Assembly, id: string): readonly string[] => {
  const piece = assembly.pieces.get(id)?.piece
  const field = assembly.fields.get(id)
  const references = piece ? referencesOfPiece(piece, []) : field?.schema.applies ? referencesOfCondition(field.schema.applies, [], 'members') : []
  return references.flatMap((reference) => {
    if (reference.kind === 'fact') return [reference.reference.fact]
    if (reference.kind === 'parameter') return assembly.parameters.get(reference.reference.parameter)?.parameter.by ?? []
    return reference.kind === 'leaf' ? [] : [reference.name]
  })
}

/** Depth first over what each piece reads; a piece met again on its own path closes a circle. */
const findCycles = (assembly: Assembly, pieces: readonly (readonly [LogicPiece, Path])[]): readonly Issue[] => {
  const done = new Set<string>()
  const circles: Issue[] = []
  const visit = (id: string, trail: readonly string[], path: Path): void => {
    if (trail.includes(id)) {
      circles.push(releaseIssue('cycle', path, { path: [...trail.slice(trail.indexOf(id)), id].join(' → ') }))
      return
    }
    if (done.has(id)) return
    for (const next of dependenciesOf(assembly, id)) visit(next, [...trail, id], path)
    done.add(id)
  }
  for (const [piece, path] of pieces) visit(piece.id, [], path)
  for (const id of assembly.fields.keys()) visit(id, [], ['common', 'dictionary', id])
  return circles
}
