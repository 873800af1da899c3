import type { Assembly } from '../release/assembly.ts'
import type { ParameterReference } from '../documents/condition-document.ts'
import type { Grounds } from '../documents/evaluation-document.ts'
import type { Parameter } from '../documents/release-document.ts'
import { mergeGrounds, noGrounds } from '../values/grounds.ts'
import { anything, certainScalar, oneOf, type Value } from '../values/value.ts'
import { literalValue } from './literal-value.ts'

const certaintyGrounds = (name: string, { certainty }: Parameter): Grounds => (certainty === 'assumed' ? { ...noGrounds, assumed: [name] } : noGrounds)

const openParameter = (name: string): Value => anything({ ...noGrounds, open: [name] })

/**
 * Value of a parameter. Without a value in the law it is anything, and named as open. Looked up by a field it has that
 * field's value; while the field is unknown, any of the values.
 */
export const readParameter = async (assembly: Assembly, { parameter: id, at }: ParameterReference, readField: (field: string) => Promise<Value>): Promise<Value> => {
  const found = assembly.parameters.get(id)
  if (!found) return openParameter(id)
  const { name, parameter } = found
  const grounds = certaintyGrounds(name, parameter)
  if (parameter.value !== undefined) return literalValue(parameter.value, grounds)
  if (parameter.by === undefined || parameter.values === undefined) return openParameter(name)
  const { by, values } = parameter
  const fixed = at?.[by]
  if (fixed !== undefined) return valueAt(name, values, fixed, grounds)
  const key = await readField(by)
  const certain = certainScalar(key)
  if (typeof certain === 'string') return valueAt(name, values, certain, mergeGrounds(grounds, key.grounds))
  return oneOf(Object.values(values).map((value) => literalValue(value)), mergeGrounds(grounds, key.grounds))
}

const valueAt = (name: string, values: NonNullable<Parameter['values']>, key: string, grounds: Grounds): Value => {
  const value = values[key]
  return value === undefined ? openParameter(name) : literalValue(value, grounds)
}
