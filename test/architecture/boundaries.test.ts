import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const lint = (...args: readonly string[]): string => {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), ...args], { cwd: root, encoding: 'utf8' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

const filesBelow = (folder: string): readonly string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|tsx|css|html|md|json)$/.test(name) && !name.includes('node_modules')).map((name) => join(folder, name)) : []

const sources = ['runtime/src', 'server/src', 'designer/src'].flatMap(filesBelow)

describe('imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-cycle-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const onlyCycles = ['-A', 'all', '-D', 'import/no-cycle', '--import-plugin']

  it('form no circle between files', () => {
    expect(lint(...onlyCycles, 'runtime', 'server', 'designer', 'migrations', 'test')).toContain('0 errors')
  })

  it('would be caught if they did', () => {
    writeFileSync(join(folder, 'a.ts'), "import { b } from './b.ts'\nexport const a = () => b\n")
    writeFileSync(join(folder, 'b.ts'), "import { a } from './a.ts'\nexport const b = () => a\n")
    expect(lint(...onlyCycles, folder)).toContain('import(no-cycle)')
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
