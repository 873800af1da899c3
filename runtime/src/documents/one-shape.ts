/** A shape, by the property that tells it from the others. */
export type Shape = readonly [property: string, schema: object]

/**
 * One of several shapes of an object, told apart by a property each has to itself. Only that shape is tried: with
 * `anyOf` each would be, and what is nested in several of them again in each, so that the time to check a document
 * would double with every level.
 */
export const oneShapeOf = (shapes: readonly Shape[]): object => ({
  type: 'object',
  ...shapes.reduceRight<object>((otherwise, [property, schema]) => ({ if: { required: [property] }, then: schema, else: otherwise }), {
    anyOf: shapes.map(([property]) => ({ required: [property] })),
  }),
})

/** The same for objects whose `kind` tells them apart. */
export const oneKindOf = (kinds: readonly Shape[]): object => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: kinds.map(([kind]) => kind) } },
  ...kinds.reduceRight<object>((otherwise, [kind, schema]) => ({ if: { properties: { kind: { const: kind } } }, then: schema, else: otherwise }), {}),
})
