import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { packSchemas } from '@tieuchi/server/policies/pack-schemas.ts'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dogProgramme } from '../support/dog-licences.ts'
import { hillPack, islandPack, layeredPacks, openReleases } from '../support/dog-overlays.ts'
import { writeDogRulesets } from '../support/dog-rulesets.ts'
import { rulesInProcess } from './command-process.ts'
import { rulesets } from './rulesets.ts'

const folder = mkdtempSync(join(tmpdir(), 'schemas-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface EditorSettings {
  readonly 'json.schemas': readonly { readonly fileMatch: readonly string[]; readonly url: string }[]
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

const packFiles = globSync('**/*.json', { cwd: rulesets }).map((file) => file.replaceAll('\\', '/')).filter((file) => !file.startsWith('demo/')).toSorted()

const validators = new Map<string, ValidateFunction>()

/** The written schemas that the editor would hold a file against. */
const schemasFor = (file: string): readonly string[] => {
  const settings: EditorSettings = read(join(folder, '.vscode/settings.json'))
  return settings['json.schemas'].filter(({ fileMatch }) => fileMatch.some((glob) => matchesGlob(`rulesets/${file}`, glob)) && !fileMatch.some((glob) => glob.startsWith('!') && matchesGlob(`rulesets/${file}`, glob.slice(1)))).map(({ url }) => url.replace(/^.*[\\/]/, ''))
}

const errorsOf = (file: string, value: unknown): readonly string[] => {
  const validate = validators.get(schemasFor(file)[0] ?? '')
  if (!validate) throw new Error(`No schema is for ${file}`)
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath)
}

beforeAll(async () => {
  expect(await rulesInProcess('schema', folder)).toMatchObject({ code: 0, err: '' })
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true })
    validators.set(file, ajv.compile(read(join(folder, file))))
  }
})

describe('the schemas written for editors', () => {
  it('are in the dialect of 2020-12, each with an id and a title of its own', () => {
    const schemas = [...validators.keys()].map((file) => read(join(folder, file)))
    expect(schemas.length).toBeGreaterThan(10)
    for (const { $schema } of schemas) expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(new Set(schemas.map(({ $id }) => $id)).size).toBe(schemas.length)
    expect(new Set(schemas.map(({ title }) => title)).size).toBe(schemas.length)
  })

  it('name and describe every property, once: not again where one only asks something of another', () => {
    const silent: string[] = []
    const visit = (schema: unknown, place: string): void => {
      if (typeof schema !== 'object' || schema === null) return
      for (const [keyword, value] of Object.entries(schema)) {
        if (keyword === 'if' || keyword === 'dependentSchemas') continue
        if (keyword !== 'properties') visit(value, `${place} ${keyword}`)
        else {
          for (const [name, property] of Object.entries<{ readonly title?: string; readonly description?: string }>(value)) {
            if (!property.title || !property.description) silent.push(`${place} ${name}`)
            visit(property, `${place} ${name}`)
          }
        }
      }
    }
    for (const file of validators.keys()) visit(read(join(folder, file)), file)
    expect(silent).toEqual([])
  })

  it('hold for exactly one kind each, and for every file of the packs', () => {
    expect(packFiles.length).toBeGreaterThan(40)
    for (const file of packFiles) expect([file, schemasFor(file).length]).toEqual([file, 1])
    for (const file of packFiles) expect([file, errorsOf(file, read(join(rulesets, file)))]).toEqual([file, []])
  })

  it.each([
    ['poverty/programme.json', (value: Record<string, unknown>) => { delete value['depends_on'] }],
    ['poverty/2027/release.json', (value: Record<string, unknown>) => { value['valid_to'] = 'end of 2030' }],
    ['poverty/2027/release.json', (value: Record<string, unknown>) => { value['logic'] = [] }],
    ['poverty/2027/parameters.json', (value: Record<string, Record<string, unknown>>) => { value['income_line'] = { ...value['income_line'], certainty: 'sure' } }],
    ['poverty/2027/parameters.json', (value: Record<string, unknown>) => { value['Income'] = value['income_line'] }],
    ['poverty/2027/logic/class.json', (value: Record<string, unknown>[]) => { value[0] = { ...value[0], hit: 'last' } }],
    ['poverty/2027/logic/deprivations.json', (value: Record<string, unknown>[]) => { value.push({ kind: 'rule', id: 'a' }) }],
    ['poverty/2027/forms/household-review.json', (value: Record<string, unknown>) => { value['sections'] = [] }],
    ['poverty/2027/cases/class.json', (value: Record<string, unknown>[]) => { delete value[0]?.['expect'] }],
    ['poverty/2027/cases/class.json', (value: { given: unknown }[]) => { if (value[0]) value[0].given = { household: { incme: 1 } } }],
    ['common/dictionary.json', (value: { properties: Record<string, unknown> }) => { value.properties['household'] = { type: 'object', properties: { floor_area: { type: 'number' } } } }],
    ['common/facts.json', (value: Record<string, unknown>[]) => { value[0] = { ...value[0], value: { plus: [1, 2] } } }],
    ['common/lists/sex.json', (value: Record<string, unknown>) => { value['entries'] = [{ code: 'male' }] }],
    ['common/register.json', (value: Record<string, unknown>) => { value['name'] = 'Full name' }],
    ['units/hai-phong.json', (value: { units: Record<string, unknown>[] }) => { delete value.units[0]?.['spells'] }],
  ])('refuse %s where it is wrong', (file, change) => {
    const value = read(join(rulesets, file))
    change(value)
    expect(errorsOf(file, value)).not.toEqual([])
  })
})

it('where they cannot be written, the command says so', async () => {
  const { code, err } = await rulesInProcess('schema', '--lang', 'en', join(folder, 'units.schema.json'))
  expect(code).toBe(2)
  expect(err).toMatch(/^“.*units\.schema\.json” cannot be written to \(EEXIST|ENOTDIR\); choose another folder\.\n$/)
})

it('the schemas of overlays hold for local rules, and refuse what does not fit', () => {
  const packs = folderWithOverlays()
  const schemas = new Map(packSchemas().map(({ name, schema }) => [name, new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true }).compile(schema)]))
  const holds = (name: string, value: unknown): boolean => schemas.get(name)?.(value) ?? false
  const island = join(packs, 'dog-licence/island-2026-07')
  expect(holds('release', read(join(island, 'release.json')))).toBe(true)
  expect(holds('overlay-parameters', read(join(island, 'parameters.json')))).toBe(true)
  expect(holds('parameters', read(join(island, 'parameters.json')))).toBe(false)
  const patches = globSync('logic/*.json', { cwd: join(packs, 'dog-licence/hill-2027') })
  expect(patches.length).toBeGreaterThan(0)
  for (const file of patches) {
    expect(holds('overlay-logic', read(join(packs, 'dog-licence/hill-2027', file)))).toBe(true)
    expect(holds('logic', read(join(packs, 'dog-licence/hill-2027', file)))).toBe(false)
  }
  expect(holds('release', { ...read(join(island, 'release.json')), scope: 'island' })).toBe(false)
  expect(holds('overlay-parameters', { least_garden: { kind: 'raised', unit: 'm2', value: 3, certainty: 'seen' } })).toBe(false)
})

/** A made-up policy with local rules. */
function folderWithOverlays(): string {
  const packs = join(folder, 'packs')
  mkdirSync(packs)
  writeDogRulesets(packs, { ...layeredPacks, programmes: [{ document: dogProgramme, releases: openReleases, overlays: [islandPack, hillPack] }] })
  return packs
}
