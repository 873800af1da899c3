import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { runCommand } from './suite-command.ts'

const samples = fileURLToPath(new URL('samples', import.meta.url))

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const folderWith = (name: string, content: unknown): string => {
  const folder = mkdtempSync(join(tmpdir(), 'suite-'))
  folders.push(folder)
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return folder
}

const run = (...args: readonly string[]): { readonly code: number; readonly lines: readonly string[] } => {
  const lines: string[] = []
  return { code: runCommand(args, (line) => lines.push(line)), lines }
}

describe('the suite of JSON Schema tests', () => {
  it('passes on the samples in both validators, and says why it leaves out what it leaves out', () => {
    const { code, lines } = run(samples)
    expect(lines.filter((line) => line.startsWith('failed'))).toEqual([])
    expect(code).toBe(0)
    expect(lines.at(-1)).toBe('112 passed, 0 failed, 7 skipped')
    for (const keyword of ['`$dynamicRef`', '`$schema` of another dialect', '`$ref` to a schema that is not part of this one', '`unevaluatedItems` with `contains`', '`format` as an assertion']) {
      expect(lines.some((line) => line.startsWith('skipped') && line.includes(keyword)), keyword).toBe(true)
    }
  })

  it('names each verdict that is not the expected one, with file, group, test and validator', () => {
    const { code, lines } = run(folderWith('wrong.json', [{ description: 'numbers', schema: { type: 'integer' }, tests: [{ description: 'a fraction', data: 1.5, valid: true }, { description: 'a whole one', data: 1, valid: true }] }]))
    expect(code).toBe(1)
    expect(lines).toEqual(['failed: wrong.json › numbers › a fraction: ajv (server) says invalid; @cfworker/json-schema (browser) says invalid', '1 passed, 1 failed, 0 skipped'])
  })

  it('counts a schema that a validator cannot read as failed', () => {
    const { code, lines } = run(folderWith('broken.json', [{ description: 'nowhere', schema: { $ref: '#/$defs/none' }, tests: [{ description: 'anything', data: 1, valid: true }] }]))
    expect(code).toBe(1)
    expect(lines[0]).toContain('ajv (server) throws')
    expect(lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped')
  })

  it('says what is wrong with a folder or a file, and how it is used', () => {
    expect(run('/no/such/folder')).toEqual({ code: 2, lines: ['/no/such/folder: there is no such folder'] })
    expect(run(folderWith('empty.txt', '')).lines[0]).toContain('there is no .json file in it')
    expect(run(folderWith('other.json', { a: 1 })).lines[0]).toContain('a list of { description, schema, tests')
    expect(run(folderWith('broken.json', '[')).code).toBe(2)
    expect(run().lines[0]).toContain('schema-suite <folder>')
  })
})
