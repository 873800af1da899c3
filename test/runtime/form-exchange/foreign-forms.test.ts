import { readdirSync, readFileSync } from 'node:fs'
import type { ImportedForm } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogs, problemsOf, read } from './exchange-fixture.ts'
import { foreignSchema, foreignUi, leavesOf, replacedAt } from './foreign-arbitraries.ts'

const folder = new URL('foreign/', import.meta.url)
const samples = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly schema: unknown; readonly uiSchema: unknown }] as const)

/** An import as a person reads it: the form with what it adds, and a line for everything that was not taken. */
const told = ({ form, additions, notTaken }: ImportedForm): string => [
  JSON.stringify({ form, fields: additions.fields, lists: additions.lists }, null, 2),
  ...notTaken.flatMap(({ document, path, code, value, message }) => ['', `${document} ${path.join(' › ') || '(all)'} [${code}] ${JSON.stringify(value)}`, `  ${message.vi}`, `  ${message.en}`]),
  '',
].join('\n')

describe('a schema of another tool', () => {
  it.each(samples)('is taken as far as forms have it, and the rest is told: %s', async (name, { schema, uiSchema }) => {
    const imported = read(schema, uiSchema, dogs)
    expect(problemsOf(imported, dogs)).toEqual([])
    await expect(told(imported)).toMatchFileSnapshot(`foreign/${name}.txt`)
  })

  it.each(samples)('has nothing that could be said otherwise without a difference: %s', (_name, { schema, uiSchema }) => {
    const before = JSON.stringify(read(schema, uiSchema, dogs))
    for (const path of leavesOf(schema)) expect(JSON.stringify(read(replacedAt(schema, path), uiSchema, dogs)), path.join('/')).not.toBe(before)
    for (const path of leavesOf(uiSchema)) expect(JSON.stringify(read(schema, replacedAt(uiSchema, path), dogs)), path.join('/')).not.toBe(before)
  })

  it('loses no value without a word, whatever it is', () => {
    fc.assert(fc.property(foreignSchema, foreignUi, fc.nat(), (schema, uiSchema, luck) => {
      const before = JSON.stringify(read(schema, uiSchema, dogs))
      const leaves = [...leavesOf(schema).map((path) => ['schema', path] as const), ...leavesOf(uiSchema).map((path) => ['uiSchema', path] as const)].filter(([, path]) => path.length > 0)
      for (const offset of [0, 7, 23]) {
        const [part, path] = leaves[(luck + offset) % leaves.length] ?? (['schema', []] as const)
        const after = part === 'schema' ? read(replacedAt(schema, path), uiSchema, dogs) : read(schema, replacedAt(uiSchema, path), dogs)
        expect(JSON.stringify(after), `${part}/${path.join('/')}`).not.toBe(before)
      }
    }), { numRuns: 700 })
  })

  it('gives a form that fits the release it was read for', () => {
    const asked = { forms: 0 }
    fc.assert(fc.property(foreignSchema, foreignUi, (schema, uiSchema) => {
      const imported = read(schema, uiSchema, dogs)
      expect(problemsOf(imported, dogs)).toEqual([])
      if (imported.form) asked.forms += 1
    }), { numRuns: 600 })
    expect(asked.forms).toBeGreaterThan(200)
  })

  it('is taken as far as a form has room, and what is beyond is told', () => {
    const many = (count: number, each: unknown) => Object.fromEntries(Array.from({ length: count }, (_property, index) => [`q${index}`, each]))
    const groups = Object.fromEntries(Array.from({ length: 250 }, (_group, index) => [`g${index}`, { type: 'object', properties: { [`inner${index}`]: { type: 'string' } } }]))
    const long = read({ properties: { ...many(400, { type: 'boolean' }), ...groups } }, {}, dogs)
    expect([long.form?.sections.length, long.form?.sections[0]?.items.length]).toEqual([200, 400])
    const endless = read({ properties: many(1_200, { type: 'string' }) }, {}, dogs)
    expect(endless.form?.sections[0]?.items).toHaveLength(1_000)
    for (const imported of [long, endless]) {
      expect(problemsOf(imported, dogs)).toEqual([])
      expect(imported.notTaken.filter(({ code }) => code !== 'renamed').map(({ message }) => message.vi)).toContainEqual(expect.stringContaining('hãy chia thành nhiều biểu mẫu'))
    }
  })

  it('never stops an import, whatever it is', () => {
    const nested = Array.from({ length: 3_000 }).reduce<unknown>((inner) => ({ type: 'object', properties: { a: inner } }), {})
    for (const odd of [null, undefined, 0, '', [], nested, { properties: nested }]) expect(read(odd, odd, dogs).notTaken.length).toBeGreaterThan(0)
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (schema, uiSchema) => {
      expect(Array.isArray(read(schema, uiSchema, dogs).notTaken)).toBe(true)
    }), { numRuns: 500 })
    fc.assert(fc.property(fc.jsonValue(), (annotation) => {
      expect(Array.isArray(read({ type: 'object' }, { tieuchi: annotation }, dogs).notTaken)).toBe(true)
    }), { numRuns: 300 })
  })
})
