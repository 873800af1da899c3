import type { FigureReport } from './figure.ts'
import { jsonText, textLines } from './render.ts'

/** Measures the figures of a part by its name. */
export type MeasurePart = (name: string) => Promise<readonly FigureReport[]>

export interface Bench {
  /** Names of all parts, in order. */
  readonly parts: readonly string[]
  readonly measure: MeasurePart
  readonly print: (line: string) => void
}

const usage = (parts: readonly string[]): string => `pnpm bench [${parts.join(' | ')}] [--json]: measures the figures of one part, or of all`

/** Measures what the arguments ask for and answers the exit code: 0, 1 where a figure fails, 2 where the arguments make no sense. */
export const runBench = async (args: readonly string[], { parts, measure, print }: Bench): Promise<number> => {
  const asked = args.filter((argument) => argument !== '--' && argument !== '--json')
  if (asked.length > 1 || asked.some((name) => !parts.includes(name))) {
    print(usage(parts))
    return 2
  }
  const reports: FigureReport[] = []
  for (const name of asked.length === 0 ? parts : asked) reports.push(...(await measure(name)))
  if (args.includes('--json')) print(jsonText(reports))
  else for (const line of textLines(reports)) print(line)
  return reports.some(({ fails }) => fails) ? 1 : 0
}
