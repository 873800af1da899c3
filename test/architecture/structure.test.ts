import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shapeOfSource } from './source-shape.ts'
import { isSound, measureStructure, type Structure } from './structure.ts'
import { structureLines } from './structure-text.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A workspace with this repository's zones and only the files given. */
function workspaceWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'structure-'))
  folders.push(root)
  cpSync(join(repository, '.oxlintrc.json'), join(root, '.oxlintrc.json'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

const statements = (count: number): string => Array.from({ length: count }, (_each, index) => `  seen.push(${index})`).join('\n')

describe('this repository', () => {
  const measured: { structure?: Structure } = {}

  beforeAll(() => {
    measured.structure = measureStructure(repository)
  })

  it('has no circle, keeps the dependency rule, and no file or function in it is too long', () => {
    const { structure } = measured
    if (!structure) throw new Error('Nothing was measured')
    expect(structure.circles).toEqual([])
    expect(structure.broken).toEqual([])
    expect(structure.longFiles).toEqual([])
    expect(structure.longFunctions).toEqual([])
    expect(isSound(structure)).toBe(true)
  })

  it('was measured in every package', () => {
    for (const { files, functions } of measured.structure?.packages ?? []) {
      expect(files.count).toBeGreaterThan(5)
      expect(functions.count).toBeGreaterThan(5)
      expect(files.median).toBeGreaterThan(1)
      expect(files.most).toBeGreaterThanOrEqual(files.p90)
    }
    expect(measured.structure?.imports).toBeGreaterThan(1000)
  })
})

describe('the structure of a workspace', () => {
  const told = (files: Readonly<Record<string, string>>): { readonly structure: Structure; readonly text: string } => {
    const structure = measureStructure(workspaceWith(files))
    return { structure, text: structureLines(structure).join('\n') }
  }

  it('is unsound with a circle, even of types alone, and names its files', () => {
    const { structure, text } = told({
      'runtime/src/a.ts': "import type { B } from './b.ts'\nexport interface A { readonly b: B }\n",
      'runtime/src/b.ts': "export type { C } from './c.ts'\nexport interface B { readonly c: 1 }\n",
      'runtime/src/c.ts': "import type { A } from './a.ts'\nexport interface C { readonly a: A }\n",
    })
    expect(isSound(structure)).toBe(false)
    expect(structure.circles.map((circle) => circle.toSorted())).toEqual([['runtime/src/a.ts', 'runtime/src/b.ts', 'runtime/src/c.ts']])
    expect(text).toContain('import circles in 3 files with 3 imports: 1\n  runtime/src/')
  })

  it.each([
    ['the engine imports the server', 'runtime/src/a.ts', "import { x } from '@tieuchi/server/x.ts'\nexport const y = x\n", 'The runtime imports nothing of ours.'],
    ['the engine reads the platform', 'runtime/src/a.ts', "import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n", 'The runtime knows no platform.'],
    ['the engine uses a timer', 'runtime/src/a.ts', 'export const y = () => setTimeout(() => undefined, 1)\n', 'setTimeout'],
    ['an engine is used outside its folder', 'runtime/src/form/a.ts', "import { Ajv } from 'ajv'\nexport const y = Ajv\n", 'Each engine has one folder'],
    ['a route writes SQL', 'server/src/units/unit-routes.ts', "import { sql } from 'kysely'\nexport const y = sql\n", 'Kysely is for'],
    ['a page imports the server', 'designer/src/review/a.ts', "import { x } from '@tieuchi/server/contract'\nexport const y = x\n", 'Only types of the contract'],
    ['a migration imports the engine', 'migrations/0001_a.ts', "import { x } from '@tieuchi/runtime'\nexport const y = x\n", 'Migrations depend on kysely alone.'],
  ])('is unsound where %s', (_name, file, text, words) => {
    const { structure, text: written } = told({ [file]: text })
    expect(structure.broken.map((each) => [each.file, each.line])).toEqual([[file, expect.any(Number)]])
    expect(written).toContain('dependency rule: broken 1 times')
    expect(written).toContain(words)
    expect(isSound(structure)).toBe(false)
  })

  it('is unsound with a file of more than 400 lines of code or a function of more than 80', () => {
    const { structure, text } = told({
      'server/src/long-file.ts': Array.from({ length: 401 }, (_each, index) => `export type T${index} = ${index}`).join('\n'),
      'server/src/long-function.ts': `// why\n\nexport const f = (seen: number[]): void => {\n${statements(79)}\n}\n`,
    })
    expect(structure.longFiles).toEqual([{ file: 'server/src/long-file.ts', lines: 401 }])
    expect(structure.longFunctions).toEqual([{ file: 'server/src/long-function.ts', line: 3, lines: 81 }])
    expect(text).toContain('functions over 80 lines: 1\n  server/src/long-function.ts:3 has 81')
    expect(isSound(structure)).toBe(false)
  })

  it('is sound where nothing of this is the case', () => {
    const { structure, text } = told({
      'runtime/src/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
      'runtime/src/b.ts': 'export const b = 1\n',
      'designer/src/api/contract.ts': "import type { X } from '@tieuchi/server/contract'\nexport type Y = X\n",
    })
    expect(text).toContain('dependency rule: kept')
    expect(isSound(structure)).toBe(true)
  })
})

describe('the size of a function', () => {
  const sizes = (text: string): readonly number[] => shapeOfSource('a.ts', text).functions.map(({ lines }) => lines)

  it('leaves out blank lines and comments', () => {
    expect(sizes('/** Why. */\nexport const f = (): number => {\n\n  // because\n  const a = 1 /* one\n  */\n  return a\n}\n')).toEqual([4])
  })

  it('counts a flat list as one line, and one with something alive in it as it is', () => {
    expect(sizes("const f = () => {\n  return [\n    'a',\n    title('b'),\n  ]\n}\n")).toEqual([3])
    expect(sizes("const f = (b) => {\n  return [\n    'a',\n    b ? 'c' : 'd',\n  ]\n}\n")).toEqual([6])
  })

  it('leaves functions handed over by a statement to themselves, but not those kept in it', () => {
    expect(sizes("describe('a', () => {\n  it('b', async () => {\n    await c()\n    await d()\n  })\n})\n")).toEqual([3, 4])
    expect(sizes('const f = () => {\n  const g = () => {\n    return 1\n  }\n  return g\n}\n')).toEqual([6, 3])
  })

  it('is refused for what does not parse', () => {
    expect(() => sizes('const f = (')).toThrow('a.ts does not parse')
  })
})
