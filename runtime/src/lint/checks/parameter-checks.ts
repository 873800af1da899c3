import type { Issue } from '../../documents/issue.ts'
import type { Parameter } from '../../documents/release-document.ts'
import { typeWords } from '../../release/type-words.ts'
import { typeOfLiteral } from '../../values/value-type.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { spelled } from '../units/measure.ts'
import { isShareUnit, parseUnit } from '../units/unit.ts'

const MOST_APART = 100

const spelling = (context: LintContext, unit: string | undefined, path: Path): readonly Issue[] => {
  const better = unit === undefined ? unit : spelled(unit)
  return unit === undefined || better === undefined || better === unit ? [] : [lintIssue(context, 'unit_spelling', path, { unit, better })]
}

const unitsWritten = (context: LintContext): readonly Issue[] => [
  ...Object.entries(context.release.parameters).flatMap(([id, { unit }]) => spelling(context, unit, ['parameters', id, 'unit'])),
  ...[...context.assembly.fields.values()].flatMap(({ id, place, schema }) => spelling(context, schema['x-unit'], ['common', 'dictionary', place, id, 'x-unit'])),
  ...context.pieces.flatMap(({ piece, path }) => [...spelling(context, 'unit' in piece ? piece.unit : undefined, [...path, 'unit']), ...spelling(context, 'level_unit' in piece ? piece.level_unit : undefined, [...path, 'level_unit'])]),
]

const typesDiffer = (context: LintContext, { values = {} }: Parameter, path: Path): readonly Issue[] => {
  const [first, ...rest] = Object.entries(values)
  if (!first) return []
  const expected = typeOfLiteral(first[1])
  return rest.flatMap(([code, value]) => {
    const type = typeOfLiteral(value)
    return type === expected ? [] : [lintIssue(context, 'parameter_types', [...path, 'values', code], { code, type: typeWords(type), expected: typeWords(expected) })]
  })
}

const numbersOf = ({ value, values = {} }: Parameter): readonly number[] => [value, ...Object.values(values)].filter((each) => typeof each === 'number')

const farApart = (context: LintContext, { values = {} }: Parameter, path: Path): readonly Issue[] => {
  const sizes = Object.values(values).filter((each) => typeof each === 'number').map(Math.abs).filter((size) => size > 0)
  const [least, greatest] = [Math.min(...sizes), Math.max(...sizes)]
  return sizes.length > 1 && greatest > least * MOST_APART ? [lintIssue(context, 'parameter_magnitude', [...path, 'values'], { least, greatest })] : []
}

const sharesOutside = (context: LintContext, parameter: Parameter, path: Path): readonly Issue[] => {
  const outside = isShareUnit(parseUnit(parameter.unit)) ? numbersOf(parameter).filter((value) => value < 0 || value > 1) : []
  return outside.map((value) => lintIssue(context, 'share_range', path, { value }))
}

const overriding = (context: LintContext, { overridable, value, values }: Parameter, path: Path): readonly Issue[] => {
  const bounded = overridable === 'raise' || overridable === 'lower'
  return bounded && value === undefined && values === undefined ? [lintIssue(context, 'overridable_open', path, {})] : []
}

/** Parameters by themselves: units as written, values of one type and size, what may be changed locally. */
export const parameterChecks = (context: LintContext): readonly Issue[] => [
  ...unitsWritten(context),
  ...Object.entries(context.release.parameters).flatMap(([id, parameter]) => {
    const path = ['parameters', id]
    return [typesDiffer, farApart, sharesOutside, overriding].flatMap((check) => check(context, parameter, path))
  }),
]
