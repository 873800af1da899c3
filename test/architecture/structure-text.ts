import { aims, type Spread, type Structure, type TooLong } from './structure.ts'

type Measure = 'median' | 'p90' | 'most'

const measures: readonly Measure[] = ['median', 'p90', 'most']

const width = 8

/** The measures as a table, and below it everything that must be put right. */
export function structureLines({ packages, longFiles, longFunctions, imports, circles, broken }: Structure): readonly string[] {
  const files = packages.reduce((sum, each) => sum + each.files.count, 0)
  return [
    'Lines of code, without blanks, comments and flat lists; functions handed over by a statement count on their own',
    row('', ['files', 'median', 'p90', 'max', 'functions', 'median', 'p90', 'max']),
    ...packages.map(({ name, files: ofFiles, functions }) => row(name, [...cells(ofFiles, aims.files), ...cells(functions, aims.functions)])),
    row('aim', ['', ...measures.map((measure) => `≤ ${aims.files[measure]}`), '', ...measures.map((measure) => `≤ ${aims.functions[measure]}`)]),
    '',
    ...verdict(`files over ${aims.files.most} lines`, longFiles.map(longLine)),
    ...verdict(`functions over ${aims.functions.most} lines`, longFunctions.map(longLine)),
    ...verdict(`import circles in ${files} files with ${imports} imports`, circles.map((circle) => circle.join(', '))),
    `dependency rule: ${broken.length === 0 ? 'kept' : `broken ${broken.length} times`}`,
    ...broken.map(({ file, line, message }) => `  ${file}:${line} ${message}`),
  ]
}

const cells = (spread: Spread, aim: Readonly<Record<Measure, number>>): readonly string[] =>
  [String(spread.count), ...measures.map((measure) => `${spread[measure]}${spread[measure] > aim[measure] ? ' !' : ''}`)]

const row = (name: string, columns: readonly string[]): string => [name.padEnd(10), ...columns.map((cell, index) => cell.padStart(index === 4 ? width + 4 : width))].join('')

const verdict = (title: string, problems: readonly string[]): readonly string[] => [`${title}: ${problems.length}`, ...problems.map((problem) => `  ${problem}`)]

const longLine = ({ file, line, lines }: TooLong): string => `${line === undefined ? file : `${file}:${line}`} has ${lines}`
