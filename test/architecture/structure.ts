import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrokenRules, type BrokenRule } from './dependency-rule.ts'
import { findCircles, importGraphOf } from './import-graph.ts'
import { listSources, packages, type PackageName } from './source-files.ts'
import { shapeOfSource } from './source-shape.ts'

/** What sizes should be, and what none may exceed: lines of code of a file and of a function. */
export const aims = {
  files: { median: 80, p90: 250, most: 400 },
  functions: { median: 10, p90: 40, most: 80 },
} as const

export interface Spread {
  readonly count: number
  readonly median: number
  readonly p90: number
  readonly most: number
}

export interface PackageSizes {
  readonly name: PackageName
  readonly files: Spread
  readonly functions: Spread
}

/** Something larger than any may be. */
export interface TooLong {
  readonly file: string
  /** Where the function starts; absent for a whole file. */
  readonly line?: number
  readonly lines: number
}

export interface Structure {
  readonly packages: readonly PackageSizes[]
  readonly longFiles: readonly TooLong[]
  readonly longFunctions: readonly TooLong[]
  readonly imports: number
  readonly circles: readonly (readonly string[])[]
  readonly broken: readonly BrokenRule[]
}

/** Measures the packages below a root: sizes, circles between files and the dependency rule. */
export function measureStructure(root: string): Structure {
  const shapes = packages.map((name) => ({ name, sources: listSources(root, name).map((file) => shapeOfSource(file, readFileSync(join(root, file), 'utf8'))) }))
  const sources = shapes.flatMap((each) => each.sources)
  const graph = importGraphOf(root, sources)
  return {
    packages: shapes.map((each) => ({
      name: each.name,
      files: spreadOf(each.sources.map(({ lines }) => lines)),
      functions: spreadOf(each.sources.flatMap(({ functions }) => functions.map(({ lines }) => lines))),
    })),
    longFiles: sources.filter(({ lines }) => lines > aims.files.most).map(({ file, lines }) => ({ file, lines })),
    longFunctions: sources.flatMap(({ file, functions }) => functions.filter(({ lines }) => lines > aims.functions.most).map(({ line, lines }) => ({ file, line, lines }))),
    imports: [...graph.values()].reduce((sum, targets) => sum + targets.length, 0),
    circles: findCircles(graph),
    broken: findBrokenRules(root),
  }
}

/** Whether nothing is too long, no circle is closed and the dependency rule is kept. */
export const isSound = ({ longFiles, longFunctions, circles, broken }: Structure): boolean => [longFiles, longFunctions, circles, broken].every((problems) => problems.length === 0)

function spreadOf(sizes: readonly number[]): Spread {
  const sorted = sizes.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { count: sorted.length, median: at(0.5), p90: at(0.9), most: at(1) }
}
