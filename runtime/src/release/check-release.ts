import { isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import { operandType } from '../conditions/operand-place.ts'
import { operatorOf } from '../conditions/operators.ts'
import type { CommonDocument } from '../documents/common-document.ts'
import type { FactReference, Leaf, ParameterReference } from '../documents/condition-document.ts'
import type { FormDocument } from '../documents/form-document.ts'
import { checkExtensions } from '../extensions/said-extensions.ts'
import type { Issue } from '../documents/issue.ts'
import { eventProperties, type HitPolicy, type LogicPiece, type Subject, type TablePiece } from '../documents/logic-document.ts'
import type { Parameter, Release } from '../documents/release-document.ts'
import { itemsOf, questionsOf } from '../form/form-items.ts'
import { referencesOfForm } from '../form/form-references.ts'
import { assemble, type Assembly } from './assembly.ts'
import { releaseIssue } from './issue-messages.ts'
import { checkReading } from './reading-order.ts'
import { referencesOfCondition, referencesOfPiece, type Reference } from './references.ts'
import { isHistoryFieldId, withinHistory } from './history-fields.ts'
import { listOfFact, typeOfExpression, typeOfFact, typeOfParameter } from './value-types.ts'
import { typeOfLiteral, type ValueType } from '../values/value-type.ts'

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
  const extensions = checkExtensions(common, release)
  if (extensions.length > 0) return extensions
  const reading = checkReading(assembly, pieces)
  if (reading.length > 0) return reading
  const logic = pieces.flatMap(([piece, path]) => referencesOfPiece(piece, path))
  return [
    ...logic.flatMap((reference) => checkReference(assembly, reference, true)),
    ...pieces.flatMap(([piece, path]) => checkShape(assembly, piece, path)),
    ...Object.entries(release.parameters).flatMap((entry) => [...checkParameter(assembly, entry), ...checkOverridable(entry)]),
    ...repeatedIds(common.lists, ['common', 'lists']),
    ...checkFields(assembly),
    ...release.forms.flatMap((form, index) => checkForm(assembly, form, ['forms', index])),
  ]
}

const duplicateIds = (assembly: Assembly, pieces: readonly (readonly [LogicPiece, Path])[]): readonly Issue[] => {
  const reserved = [...assembly.fields.values()].filter(({ id }) => isHistoryFieldId(id)).map(({ id, place }) => releaseIssue('reserved_id', ['common', 'dictionary', place, id], { id }))
  const seen = new Set<string>(assembly.fields.keys())
  const repeated = pieces.flatMap(([piece, path]) => {
    if (isHistoryFieldId(piece.id)) return [releaseIssue('reserved_id', path, { id: piece.id })]
    if (seen.has(piece.id)) return [releaseIssue('duplicate_id', path, { id: piece.id })]
    seen.add(piece.id)
    return []
  })
  return [...reserved, ...repeated]
}

const checkReference = (outside: Assembly, reference: Reference, inLogic: boolean): readonly Issue[] => {
  const { path, history } = reference
  const assembly = history ? withinHistory(outside, history) : outside
  if (reference.kind === 'leaf') return checkLeaf(assembly, reference.leaf, path)
  if (reference.kind === 'condition') return checkNamed(assembly, reference, 'condition', releaseIssue('unknown_condition', path, { condition: reference.name }))
  if (reference.kind === 'rules') return checkNamed(assembly, reference, 'rules', releaseIssue('unknown_rules', path, { rules: reference.name }))
  if (reference.kind === 'parameter') return checkParameterReference(assembly, reference.reference, path, reference.of)
  const { fact, output } = reference.reference
  if (reference.history && isHistoryFieldId(fact)) return []
  if (inLogic && reference.asksKnown) return [releaseIssue('is_known_of_fact', path, { fact })]
  if (fact.includes('.')) return []
  const piece = assembly.pieces.get(fact)?.piece
  const place = assembly.fields.get(fact)?.place
  if (!piece && !place) return [releaseIssue('unknown_fact', path, { fact })]
  if (reference.of === 'household' && (place === 'members' || piece?.of === 'members')) return [releaseIssue('member_read_of_household', path, { fact })]
  return piece && lacksOutput(piece, output) ? [releaseIssue('unknown_output', path, { table: fact, output: output ?? '' })] : []
}

/** Whether a reference names no result that the piece has. */
const lacksOutput = (piece: LogicPiece, output: string | undefined): boolean => {
  if (piece.kind === 'rules') return output !== undefined && !eventProperties(piece).includes(output)
  if (piece.kind === 'table') return output === undefined ? piece.outputs.length > 1 : !piece.outputs.includes(output)
  if (piece.kind !== 'entitlement' || output === undefined) return output !== undefined
  return !((output === 'level' && piece.level !== undefined) || (output === 'amount' && piece.amount !== undefined))
}

type NamedReference = Extract<Reference, { readonly kind: 'condition' | 'rules' }>

/** A named condition or rule set: that it exists, and that the household does not read one of members. */
const checkNamed = (assembly: Assembly, { name, path, of }: NamedReference, kind: LogicPiece['kind'], missing: Issue): readonly Issue[] => {
  const piece = assembly.pieces.get(name)?.piece
  if (piece?.kind !== kind) return [missing]
  return piece.of === 'members' && of === 'household' ? [releaseIssue('member_read_of_household', path, { fact: name })] : []
}

/** A parameter: that it exists, and that its key can be read here or is given. */
const checkParameterReference = (assembly: Assembly, { parameter: id, at }: ParameterReference, path: Path, of: Subject): readonly Issue[] => {
  const parameter = assembly.parameters.get(id)?.parameter
  if (!parameter) return id.includes('.') ? [] : [releaseIssue('unknown_parameter', path, { parameter: id })]
  const { by, values = {} } = parameter
  const wrong = Object.entries(at ?? {}).find(([field, code]) => field !== by || !Object.hasOwn(values, code))
  if (wrong) return [releaseIssue('parameter_key', path, { parameter: id, key: wrong.join(' = ') })]
  const readsMember = by !== undefined && at === undefined && assembly.fields.get(by)?.place === 'members'
  return readsMember && of === 'household' ? [releaseIssue('member_read_of_household', path, { fact: by })] : []
}

/** A parameter by a field: that the field has a code list, and that every code has a value. */
const checkParameter = (assembly: Assembly, [id, { by, values = {} }]: readonly [string, Parameter]): readonly Issue[] => {
  if (by === undefined) return []
  const path = ['parameters', id]
  const list = assembly.lists.get(assembly.fields.get(by)?.schema['x-list'] ?? '')
  if (!list || assembly.fields.get(by)?.schema.type !== 'string') return [releaseIssue('parameter_by', path, { parameter: id, field: by })]
  const codes = list.entries.map(({ code }) => code)
  const missing = codes.filter((code) => !Object.hasOwn(values, code))
  const unknown = Object.keys(values).filter((code) => !codes.includes(code))
  return [
    ...missing.map((code) => releaseIssue('parameter_value_missing', [...path, 'values'], { parameter: id, code })),
    ...unknown.map((code) => releaseIssue('unknown_code', [...path, 'values', code], { list: list.id, code })),
  ]
}

/** Only numbers can be raised or lowered. */
const checkOverridable = ([id, { overridable, value, values = {} }]: readonly [string, Parameter]): readonly Issue[] => {
  if (overridable !== 'raise' && overridable !== 'lower') return []
  const wrong = [value, ...Object.values(values)].find((each) => each !== undefined && typeof each !== 'number')
  return wrong === undefined ? [] : [releaseIssue('parameter_overridable', ['parameters', id, 'overridable'], { parameter: id, overridable, value: wrong })]
}

const checkLeaf = (assembly: Assembly, leaf: Leaf, path: Path): readonly Issue[] => {
  if (isParameterReference(leaf) || leaf.operator === 'isKnown') return []
  const { fact } = leaf
  const type = typeOfFact(assembly, leaf)
  if (type === undefined) return []
  if (!operatorOf(leaf.operator).accepts.includes(type)) return [releaseIssue('operator_type', path, { fact, type, operator: leaf.operator })]
  const list = listOfFact(assembly, leaf)
  const codes = list === undefined ? undefined : assembly.lists.get(list)?.entries.map(({ code }) => code)
  return operandsOf(leaf.value).flatMap((value, index) => {
    const expected = operandType(leaf.operator, type, index)
    if (typeof value === 'object') return checkOperandType(assembly, value, expected, leaf, path)
    if (typeOfLiteral(value) !== expected && !(expected === 'text' && typeof value === 'string')) return [releaseIssue('value_type', [...path, 'value'], { fact, type, value })]
    return codes && !codes.includes(String(value)) ? [releaseIssue('unknown_code', [...path, 'value'], { list, code: value })] : []
  })
}

/** What is read on the right must be of the left side's type, as far as both are known. */
const checkOperandType = (assembly: Assembly, operand: FactReference | ParameterReference, expected: ValueType, { operator }: Leaf, path: Path): readonly Issue[] => {
  const name = isParameterReference(operand) ? operand.parameter : operand.fact
  const type = isParameterReference(operand) ? typeOfParameter(assembly, operand) : typeOfFact(assembly, operand)
  const same = type === undefined || type === expected || (type === 'list' && expected === 'text')
  return same ? [] : [releaseIssue('operator_type', [...path, 'value'], { fact: name, type, operator })]
}

const checkShape = (assembly: Assembly, piece: LogicPiece, path: Path): readonly Issue[] => {
  const list = piece.kind === 'outcome' || piece.kind === 'fact' ? piece.list : piece.kind === 'entitlement' ? piece.level_list : undefined
  if (list !== undefined && !assembly.lists.has(list)) return [releaseIssue('unknown_list', path, { list })]
  if (piece.kind === 'rules') return repeatedIds(piece.rules, [...path, 'rules'])
  if (piece.kind !== 'table') return []
  const lengths = piece.rows.flatMap((row, index) =>
    ([['when', row.when, piece.inputs], ['then', row.then, piece.outputs]] as const).flatMap(([part, cells, columns]) =>
      cells.length === columns.length ? [] : [releaseIssue('row_length', [...path, 'rows', index, part], { row: row.id, actual: cells.length, expected: columns.length })]))
  return [...lengths, ...repeatedIds(piece.rows, [...path, 'rows']), ...checkResultTypes(assembly, piece, path)]
}

/** What a hit policy can put together; the others take one row as it is. */
const resultTypes: Readonly<Partial<Record<HitPolicy, ValueType>>> = { collect: 'text', sum: 'number', max: 'number' }

const checkResultTypes = (assembly: Assembly, { id, hit, rows }: TablePiece, path: Path): readonly Issue[] =>
  rows.flatMap(({ then }, index) => then.flatMap((result, column) => {
    const [type, expected] = [typeOfExpression(assembly, result), resultTypes[hit]]
    return type === undefined || expected === undefined || type === expected ? [] : [releaseIssue('result_type', [...path, 'rows', index, 'then', column], { table: id, hit, type, expected })]
  }))

const repeatedIds = (items: readonly { readonly id: string }[], path: Path): readonly Issue[] => {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [releaseIssue('duplicate_id', [...path, index], { id })]
    seen.add(id)
    return []
  })
}

const isReversed = (least: number | undefined, most: number | undefined): boolean => least !== undefined && most !== undefined && least > most

const checkFields = (assembly: Assembly): readonly Issue[] =>
  [...assembly.fields.values()].flatMap(({ id, place, schema }) => {
    const path = ['common', 'dictionary', place, id]
    const list = schema['x-list']
    const references = schema.applies ? referencesOfCondition(schema.applies, [...path, 'applies'], place === 'members' ? 'members' : 'household') : []
    return [
      ...(isReversed(schema.minimum, schema.maximum) || isReversed(schema.minLength, schema.maxLength) ? [releaseIssue('field_limits', path, { field: id })] : []),
      ...(list !== undefined && !assembly.lists.has(list) ? [releaseIssue('unknown_list', path, { list })] : []),
      ...references.flatMap((reference) => checkReference(assembly, reference, true)),
    ]
  })

const checkForm = (assembly: Assembly, form: FormDocument, path: Path): readonly Issue[] => {
  const seen = new Set<string>()
  const asked = questionsOf(form, path).flatMap(({ item: { field: id }, of, path: at }) => {
    const field = assembly.fields.get(id)
    if (!field) return [releaseIssue('unknown_fact', at, { fact: id })]
    const twice = seen.has(id)
    seen.add(id)
    return [
      ...(field.place === of ? [] : [releaseIssue('field_place', at, { field: id })]),
      ...(twice ? [releaseIssue('field_twice', at, { field: id })] : []),
    ]
  })
  const repeated = itemsOf(form, path).filter(({ item }) => item.kind === 'roster').slice(1).map(({ path: at }) => releaseIssue('roster_twice', at, {}))
  return [...asked, ...repeated, ...referencesOfForm(form, path).flatMap((reference) => checkReference(assembly, reference, false))]
}
