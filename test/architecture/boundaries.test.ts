import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const filesBelow = (folder: string): readonly string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|tsx|css|html|md|json)$/.test(name) && !name.includes('node_modules')).map((name) => join(folder, name)) : []

const sources = ['runtime/src', 'server/src', 'designer/src'].flatMap(filesBelow)

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
