import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findCircles, importGraphOf } from './import-graph.ts'

const root = mkdtempSync(join(tmpdir(), 'imports-'))

afterAll(() => rmSync(root, { recursive: true, force: true }))

const source = (file: string, ...imports: readonly string[]) => ({ file, lines: 1, functions: [], imports })

const circlesOf = (graph: Readonly<Record<string, readonly string[]>>): readonly (readonly string[])[] => findCircles(new Map(Object.entries(graph))).map((circle) => circle.toSorted())

describe('circles between files', () => {
  it('are found apart, also behind each other, and a file that imports itself is one', () => {
    expect(circlesOf({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['e'], e: ['c'], f: ['f'], g: ['a', 'e'] }).toSorted()).toEqual([['a', 'b'], ['c', 'd', 'e'], ['f']])
  })

  it('are none where two ways lead to one file', () => {
    expect(circlesOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([])
  })
})

describe('the import graph', () => {
  it('follows paths and the exports of packages, and leaves out what is none of ours', () => {
    for (const [name, exports] of [['runtime', { '.': './src/index.ts' }], ['server', { './contract': './src/contract.ts', './*': './src/*' }]] as const) {
      mkdirSync(join(root, name))
      writeFileSync(join(root, name, 'package.json'), JSON.stringify({ exports }))
    }
    const sources = [
      source('server/src/a.ts', '@tieuchi/runtime', '../src/contract.ts', 'fastify', './style.css'),
      source('test/b.ts', '@tieuchi/server/contract', '@tieuchi/server/a.ts', '@tieuchi/designer/src/c.ts', '@tieuchi/nowhere'),
      ...['runtime/src/index.ts', 'server/src/contract.ts', 'designer/src/c.ts'].map((file) => source(file)),
    ]
    expect(Object.fromEntries(importGraphOf(root, sources))).toMatchObject({
      'server/src/a.ts': ['runtime/src/index.ts', 'server/src/contract.ts'],
      'test/b.ts': ['server/src/contract.ts', 'server/src/a.ts', 'designer/src/c.ts'],
    })
  })
})
