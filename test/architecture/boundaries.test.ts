import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const filesBelow = (folder: string): readonly string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|tsx|css|html|md|json)$/.test(name) && !name.includes('node_modules')).map((name) => join(folder, name)) : []

const sources = ['runtime/src', 'server/src', 'designer/src'].flatMap(filesBelow)

describe('the tree', () => {
  it('has the folders of the layers at its top, and no other', () => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules').map(({ name }) => name)
    const allowed = ['client', 'designer', 'docs', 'migrations', 'rulesets', 'runtime', 'server', 'test']
    // What commands write there is not of the project.
    expect(folders.filter((name) => !allowed.includes(name) && name !== 'schemas' && name !== 'coverage')).toEqual([])
  })

  it('has a client that partners can take as it is: it imports nothing of ours', () => {
    const own = filesBelow('client/src').filter((file) => /from '@tieuchi\//.test(readFileSync(join(root, file), 'utf8')))
    expect(own).toEqual([])
  })
})

describe('the engine', () => {
  it('knows no policy: its sources name none', () => {
    const found = sources.filter((file) => /\b(poor|poverty|income)\b|nghèo/i.test(readFileSync(join(root, file), 'utf8')))
    expect(sources.length).toBeGreaterThan(50)
    expect(found).toEqual([])
  })

  it('is imported by exactly one file each', () => {
    const importersOf = (name: RegExp) => sources.filter((file) => name.test(readFileSync(join(root, file), 'utf8')))
    expect(importersOf(/from 'json-rules-engine'/)).toEqual(['runtime/src/logic/rules-engine.ts'])
    expect(importersOf(/from 'ajv/)).toEqual(['runtime/src/validation/server.ts'])
    expect(importersOf(/from '@cfworker\/json-schema'/)).toEqual(['runtime/src/validation/browser.ts'])
  })
})
