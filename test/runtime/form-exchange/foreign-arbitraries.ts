import fc from 'fast-check'

const words = fc.constantFrom('Họ tên', 'A', 'b c', 'Điện thoại', '', ' ')

const name = fc.constantFrom('hoTen', 'street', 'fenced', 'garden_area', 'telephone', 'call_name', 'part', 'id', 'value', 'properties', 'if', 'tieuchi', 'Mã số', 'a', 'b', 'ui:order', 'constructor', '__proto__', 'items')

const scalar = fc.constantFrom<unknown>('a', 'b', 'dog', '', 1, 2, true, null)

const spice = fc.record({
  default: scalar, const: scalar, pattern: fc.constantFrom('^a', '^\\d{12}$'), format: fc.constantFrom('date', 'email'), minimum: fc.constantFrom(0, 1, 1e21), maximum: fc.constantFrom(5, 'x'), minLength: fc.constantFrom(0, -1, 3),
  maxLength: fc.constantFrom(9, 10_000), uniqueItems: fc.boolean(), maxItems: fc.constantFrom(2, 100), additionalProperties: fc.boolean(), readOnly: fc.boolean(), examples: fc.constant(['x']), 'x-other': fc.constant({ a: [1] }),
  enumNames: fc.constant(['Có', 'Không']), if: fc.constant({ properties: { a: { const: 1 } } }), required: fc.array(name, { maxLength: 3 }), $comment: words, $schema: fc.constant('http://json-schema.org/draft-07/schema#'),
}, { requiredKeys: [] })

const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })

const seldomSpiced = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: spice.map((all) => Object.fromEntries(Object.entries(all).slice(0, 3))) })

const head = fc.record({ title: words, description: words }, { requiredKeys: [] })

const choices = fc.oneof(
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((list) => ({ enum: list })),
  fc.array(fc.record({ const: scalar, title: words }, { requiredKeys: ['const'] }), { minLength: 1, maxLength: 3 }).chain((options) => fc.constantFrom({ oneOf: options }, { anyOf: options })),
)

const question = fc.oneof(
  fc.record({ type: fc.constantFrom<unknown>('string', 'integer', 'number', 'boolean', 'null', 'array', 'object', ['string', 'null'], 'other', 3) }),
  choices,
  choices.map((options) => ({ type: 'string', ...options })),
  choices.map((options) => ({ type: 'array', uniqueItems: true, items: { type: 'string', ...options } })),
  fc.constantFrom({ $ref: '#/$defs/one' }, { $ref: '#/$defs/two' }, { $ref: '#/$defs/none' }, { $ref: 'other.json' }, { $ref: '#/properties/a' }, { $ref: '#' }),
)

const assigned = (...parts: readonly object[]): unknown => Object.assign({}, ...parts.map((part) => JSON.parse(JSON.stringify(part)) as object))

const properties = (of: fc.Arbitrary<unknown>) => fc.array(fc.tuple(name, of), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))

const schemas = fc.letrec<{ node: unknown; object: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(question, head, seldomSpiced).map((parts) => assigned(...parts)),
    tie('object'),
    fc.tuple(tie('object'), head, seldomSpiced).map(([items, ...parts]) => assigned({ type: 'array', items: items as object }, ...parts)),
    fc.array(tie('node'), { maxLength: 2 }).map((allOf) => ({ allOf })),
    fc.constantFrom<unknown>(true, null, 'x', [], {}),
  ),
  object: fc.tuple(properties(tie('node')), head, seldomSpiced, rarely(fc.array(name, { maxLength: 3 }))).map(([own, words_, more, required]) => assigned({ type: 'object', properties: own, ...(required && { required }) }, words_, more)),
}))

/** A schema as one may meet it, with keywords in places where they belong and where they do not. */
export const foreignSchema: fc.Arbitrary<unknown> = fc.tuple(schemas.object, properties(schemas.node)).map(([schema, defs]) => assigned(schema as object, { $defs: { ...defs, one: defs['a'] ?? { type: 'string' }, two: { type: 'object', properties: { x: { $ref: '#/$defs/one' } } } } }))

const uiOption = fc.record({
  'ui:widget': fc.constantFrom('textarea', 'radio', 'hidden', 'date', 'mine', 'checkboxes'), 'ui:title': words, 'ui:description': words, 'ui:help': words, 'ui:order': fc.array(fc.oneof(name, fc.constant('*')), { maxLength: 4 }),
  'ui:options': fc.record({ rows: fc.integer({ min: 1, max: 30 }), title: words, inline: fc.boolean(), enumNames: fc.constant(['A', 'B']) }, { requiredKeys: [] }), 'ui:field': words, 'ui:enumNames': fc.constant(['X', 2]), other: scalar,
}, { requiredKeys: [] }).map((all) => Object.fromEntries(Object.entries(all).slice(0, 3)))

/** The uiSchema beside it. */
export const foreignUi: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, uiOption, fc.tuple(uiOption, properties(tie('node'))).map(([own, below]) => ({ ...below, ...own }))),
})).node

/** Every value that holds no other, by the way to it. */
export const leavesOf = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? value.map((each: unknown, index) => [index, each] as const) : Object.entries(value)
  return entries.flatMap(([step, each]) => leavesOf(each, [...path, step]))
}

/** The same with another value in one place. */
export const replacedAt = (value: unknown, [step, ...rest]: readonly (string | number)[]): unknown => {
  if (step === undefined) return otherThan(value)
  if (Array.isArray(value)) return value.map((each: unknown, index) => (index === step ? replacedAt(each, rest) : each))
  return Object.fromEntries(Object.entries(value as object).map(([name_, each]: [string, unknown]) => [name_, name_ === step ? replacedAt(each, rest) : each]))
}

const otherThan = (leaf: unknown): unknown => {
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf === 'number') return leaf + (leaf > 1e15 ? leaf : 1)
  return typeof leaf === 'string' ? `zz${leaf}` : 'zz'
}
