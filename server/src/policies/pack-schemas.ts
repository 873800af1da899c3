import { additionsSchema, caseSchema, commonSchema, describeSchema, inputSchema, overlaySchema, programmeSchema, releaseSchema, unitsSchema, type CommonDocument, type FieldSchema, type SchemaNode } from '@tieuchi/runtime'

/** The JSON Schema of one kind of pack file, and where files of that kind lie. */
export interface PackSchema {
  readonly name: string
  /** Patterns seen from the folder of the packs; of `release` and `overlay`, seen from the folder of each. */
  readonly files: readonly string[]
  readonly of: 'packs' | 'release' | 'overlay'
  readonly schema: SchemaNode
}

interface PackFileKind extends Pick<PackSchema, 'files' | 'of'> {
  readonly title: string
  /** What the descriptions call it. */
  readonly context: string
  readonly schema: SchemaNode
  /** Whether a file may hold a list of these too. */
  readonly severally?: boolean
}

const { parameters, logic, forms, reports, cases, ...header } = releaseSchema.properties
const { parameters: parameterPatches, logic: logicPatches, cases: _overlayCases, ...overlayHeader } = overlaySchema.properties
const { register, dictionary, lists, facts } = commonSchema.properties
const day = caseSchema.properties.at

/** A part of a release that stands in files of its own. */
const partNames: readonly string[] = ['parameters', 'logic', 'forms', 'reports', 'cases']

/** Files on disk are parts of the documents; the period proposed for a release is no part of it. */
const headerSchema = (properties: SchemaNode, required: readonly string[]): SchemaNode => ({
  type: 'object',
  properties: { ...properties, valid_from: day, valid_to: day },
  required: required.filter((name) => !partNames.includes(name)),
  additionalProperties: false,
})

/** National rules, or where the scope is a unit an overlay. */
const rulesHeader: SchemaNode = {
  if: { properties: { scope: { type: 'object' } } },
  then: headerSchema(overlayHeader, overlaySchema.required),
  else: headerSchema(header, releaseSchema.required),
}

const kinds = (common: CommonDocument | undefined): Readonly<Record<string, PackFileKind>> => ({
  programme: { of: 'packs', files: ['*/programme.json'], title: 'A programme: a policy with a timeline', context: 'programme', schema: programmeSchema },
  additions: { of: 'packs', files: ['*/additions.json'], title: 'What a programme adds to the questions, lists and facts that all share', context: 'additions', schema: additionsSchema },
  release: { of: 'packs', files: ['*/*/release.json'], title: 'What a release is, and the days it is proposed for', context: 'release', schema: rulesHeader },
  parameters: { of: 'release', files: ['parameters.json'], title: 'Named values of the law', context: 'parameter', schema: parameters },
  logic: { of: 'release', files: ['logic/*.json'], title: 'Facts, conditions, tables, rules, outcomes and entitlements', context: 'piece', schema: logic.items, severally: true },
  forms: { of: 'packs', files: ['*/*/forms/*.json'], title: 'A form, or pages for the form of another programme', context: 'form', schema: forms.items, severally: true },
  reports: { of: 'packs', files: ['*/*/reports/*.json'], title: 'A report form: figures of the register and of what was decided', context: 'report', schema: reports.items, severally: true },
  cases: { of: 'packs', files: ['*/*/cases/*.json'], title: 'Worked cases that the rules must get right', context: 'case', schema: common ? answeredCase(common) : cases.items, severally: true },
  'overlay-parameters': { of: 'overlay', files: ['parameters.json'], title: 'Values of local law on top of the national ones', context: 'overlay', schema: parameterPatches },
  'overlay-logic': { of: 'overlay', files: ['logic/*.json'], title: 'What local law changes or adds in the rules', context: 'overlay', schema: logicPatches.items, severally: true },
  register: { of: 'packs', files: ['common/register.json'], title: 'How a household is called in lists', context: 'register', schema: register },
  dictionary: { of: 'packs', files: ['common/dictionary.json'], title: 'The questions and attributes there are', context: 'dictionary', schema: dictionary },
  facts: { of: 'packs', files: ['common/facts.json'], title: 'Facts and conditions that policies share', context: 'piece', schema: facts },
  lists: { of: 'packs', files: ['common/lists/*.json'], title: 'A code list', context: 'list', schema: lists.items, severally: true },
  units: { of: 'packs', files: ['units/*.json'], title: 'Administrative units as dated data', context: 'units', schema: unitsSchema },
})

/**
 * The JSON Schema (2020-12) of every kind of pack file, described for editors. With the shared documents at hand the
 * answers of cases are held against their dictionary.
 */
export const packSchemas = (common?: CommonDocument): readonly PackSchema[] =>
  Object.entries(kinds(common)).map(([name, { of, files, title, context, schema, severally }]) => {
    const { $defs: _own, ...described } = describeSchema(context, schema)
    const whole = severally ? { anyOf: [oneEntry, { type: 'array', items: oneEntry }] } : described
    const $defs = { ...definitionsOf(described), ...(severally && { entry: described }) }
    return { name, of, files, schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:tieuchi:format-1:${name}`, title, ...whole, ...(Object.keys($defs).length > 0 && { $defs }) } }
  })

const oneEntry: SchemaNode = { $ref: '#/$defs/entry' }

const definitions: SchemaNode = asNode(describeSchema('common', { $defs: { ...releaseSchema.$defs, ...overlaySchema.$defs, ...commonSchema.$defs } })['$defs'])

/** The definitions a schema leads to, directly or through others. */
function definitionsOf(schema: SchemaNode): SchemaNode {
  const reached = new Set<string>()
  const follow = (node: unknown): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (reached.has(name)) continue
      reached.add(name)
      follow(definitions[name])
    }
  }
  follow(schema)
  return Object.fromEntries([...reached].toSorted().map((name) => [name, definitions[name]]))
}

function answeredCase(common: CommonDocument): SchemaNode {
  const { $schema: _dialect, ...given } = inputSchema(common)
  return { ...cases.items, properties: { ...cases.items.properties, given: labelled(given, common) } }
}

/** The answers with the words of the dictionary. */
function labelled(given: SchemaNode, { dictionary: { properties } }: CommonDocument): SchemaNode {
  const { household, members, unit, ...rest } = asNode(given['properties'])
  const { items, ...list } = asNode(members)
  return {
    ...given,
    properties: {
      household: labelledGroup(asNode(household), properties.household.properties),
      members: { ...list, items: labelledGroup(asNode(items), properties.members.items.properties) },
      unit: labelledGroup(asNode(unit), properties.unit.properties),
      ...rest,
    },
  }
}

const labelledGroup = (group: SchemaNode, fields: Readonly<Record<string, FieldSchema>>): SchemaNode => ({
  ...group,
  properties: Object.fromEntries(Object.entries(asNode(group['properties'])).map(([id, schema]) => {
    const field = fields[id]
    return [id, field ? { title: field['x-label'].en, description: [field['x-label'].vi, field['x-help']?.en, field['x-unit']].filter(Boolean).join(' · '), ...asNode(schema) } : schema]
  })),
})

function asNode(value: unknown): SchemaNode {
  if (typeof value !== 'object' || value === null) throw new Error('A schema was expected')
  return { ...value }
}
