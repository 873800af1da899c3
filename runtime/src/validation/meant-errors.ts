/** A violated keyword with its place in the document and in the schema. */
interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
}

/**
 * Of alternatives that `kind` tells apart, only the errors of the one that is meant: that the others are not meant, and that
 * the whole fits none of them, says less. Where no kind is meant that there is, the errors stay as they are.
 */
export const meantErrors = <E extends SchemaError>(errors: readonly E[]): readonly E[] =>
  errors.filter(({ keyword }) => keyword === 'anyOf').reduce((rest, choice) => withoutOthers(rest, choice), errors)

const withoutOthers = <E extends SchemaError>(errors: readonly E[], choice: E): readonly E[] => {
  const others = errors.filter((error) => error.keyword === 'const' && error.instancePath === `${choice.instancePath}/kind`).flatMap(({ schemaPath }) => alternativeOf(choice, schemaPath) ?? [])
  if (others.length === 0) return errors
  const kept = errors.filter((error) => error !== choice && !others.some((other) => isOf(error, choice, other)))
  return kept.some(({ instancePath }) => isAtOrBelow(instancePath, choice.instancePath)) ? kept : errors
}

/** Which alternative of a choice a path of the schema leads into: `#/anyOf/2`. */
const alternativeOf = ({ schemaPath: choice }: SchemaError, schemaPath: string): string | undefined => {
  const start = `${choice}/`
  return schemaPath.startsWith(start) ? `${start}${schemaPath.slice(start.length).split('/')[0] ?? ''}` : undefined
}

/** Whether an error is of the alternative itself. Paths begin anew where the schema refers elsewhere, so the places must agree. */
const isOf = ({ instancePath, schemaPath }: SchemaError, choice: SchemaError, alternative: string): boolean => {
  if (!schemaPath.startsWith(`${alternative}/`)) return false
  const steps = stepsOf(schemaPath.slice(alternative.length + 1).split('/'))
  const place = instancePath.slice(choice.instancePath.length).split('/').slice(1)
  return isAtOrBelow(instancePath, choice.instancePath) && place.length === steps.length && steps.every((step, index) => step === anywhere || step === place[index])
}

const anywhere = '*'

/** The steps into the document that a path of keywords makes; the last is the keyword violated. */
const stepsOf = ([keyword, name, ...rest]: readonly string[]): readonly string[] => {
  if (keyword === undefined || name === undefined) return []
  if (keyword === 'properties') return [name, ...stepsOf(rest)]
  return [...(keyword === 'items' || keyword === 'additionalProperties' ? [anywhere] : []), ...stepsOf([name, ...rest])]
}

const isAtOrBelow = (place: string, above: string): boolean => place === above || place.startsWith(`${above}/`)
