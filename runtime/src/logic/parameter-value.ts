import type { AssembledParameter, Assembly } from '../release/assembly.ts'
import type { ParameterReference } from '../documents/condition-document.ts'
import type { Grounds } from '../documents/evaluation-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Parameter } from '../documents/release-document.ts'
import { overlaidGrounds, parameterNames } from '../release/assembly-origins.ts'
import { mergeGrounds, noGrounds } from '../values/grounds.ts'
import { anything, certainScalar, notApplicable, oneOf, withGrounds, type Value } from '../values/value.ts'
import { literalValue } from './literal-value.ts'
import { after, type Soon } from './soon.ts'

const certaintyGrounds = (name: string, { certainty }: Parameter): Grounds => (certainty === 'assumed' ? { ...noGrounds, assumed: [name] } : noGrounds)

const openParameter = (name: string): Value => anything({ ...noGrounds, open: [name] })

/** What of an assembly the value of a parameter depends on. */
export type ParameterBook = Pick<Assembly, 'parameters' | 'fields' | 'lists'>

/** The field whose value is the key of a parameter; undefined where it is read without one, or at a fixed key. */
export const keyFieldOf = (assembly: Pick<Assembly, 'parameters'>, { parameter: id, at }: ParameterReference): string | undefined => {
  const by = assembly.parameters.get(id)?.parameter.by
  return by === undefined || at?.[by] !== undefined ? undefined : by
}

/**
 * Value of a parameter. Without a value in the law it is anything, and named as open. Looked up by a field it has that
 * field's value; while the field is unknown, any of the values. `key` is the value of `keyFieldOf`.
 */
export const parameterValue = (assembly: ParameterBook, { parameter: id, at }: ParameterReference, key: Value | undefined): Value => {
  const found = assembly.parameters.get(id)
  if (!found) return openParameter(id)
  const { name, parameter } = found
  if (parameter.value !== undefined) return valueOf(found)
  const grounds = certaintyGrounds(name, parameter)
  if (parameter.by === undefined || parameter.values === undefined) return openParameter(name)
  const { by, values } = parameter
  const fixed = at?.[by]
  if (fixed !== undefined) return valueAt(name, values, fixed, grounds)
  const read = key ?? anything(noGrounds)
  if (read.possible.kind === 'none') return notApplicable(mergeGrounds(grounds, read.grounds))
  const certain = certainScalar(read)
  if (typeof certain === 'string') return valueAt(name, values, certain, mergeGrounds(grounds, read.grounds))
  const any = [...Object.values(values).map((value) => literalValue(value)), ...(read.notApplicable ? [notApplicable()] : [])]
  const rests = mergeGrounds(grounds, read.grounds)
  return coversEveryCode(assembly, by, values) ? oneOf(any, rests) : anything(mergeGrounds(rests, { ...noGrounds, open: [name] }))
}

/** Of one that has a single value. */
const valueOf = oncePer(({ name, parameter }: AssembledParameter): Value => (parameter.value === undefined ? openParameter(name) : literalValue(parameter.value, certaintyGrounds(name, parameter))))

/** While the key is unknown it may be any code of its list; a code without a value leaves the parameter open. */
const coversEveryCode = ({ fields, lists }: ParameterBook, by: string, values: object): boolean =>
  (lists.get(fields.get(by)?.schema['x-list'] ?? '')?.entries ?? []).every(({ code }) => Object.hasOwn(values, code))

/** Value of a parameter, with its key read where it has one, and with what of it an overlay touches. */
export const readParameter = (assembly: Assembly, reference: ParameterReference, readField: (field: string) => Soon<Value>): Soon<Value> => {
  const field = keyFieldOf(assembly, reference)
  return field === undefined ? parameterWithOrigin(assembly, reference, undefined) : after(readField(field), (key) => parameterWithOrigin(assembly, reference, key))
}

const parameterWithOrigin = (assembly: Assembly, reference: ParameterReference, key: Value | undefined): Value => {
  const value = parameterValue(assembly, reference, key)
  if (assembly.origins.size === 0) return value
  return withGrounds(value, overlaidGrounds(assembly, parameterNames(assembly, reference.parameter, keyOf(assembly, reference, key))))
}

/** The key a parameter is read with, where it is known; `read` is the value of `keyFieldOf`. */
export const keyOf = (assembly: Pick<Assembly, 'parameters'>, { parameter: id, at }: ParameterReference, read: Value | undefined): string | undefined => {
  const fixed = at?.[assembly.parameters.get(id)?.parameter.by ?? '']
  const certain = read && certainScalar(read)
  return fixed ?? (typeof certain === 'string' ? certain : undefined)
}

const valueAt = (name: string, values: NonNullable<Parameter['values']>, key: string, grounds: Grounds): Value => {
  const value = Object.hasOwn(values, key) ? values[key] : undefined
  return value === undefined ? openParameter(name) : literalValue(value, grounds)
}
