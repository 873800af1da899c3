import type { FigureReport } from './figure.ts'
import { jsonText, textLine } from './render.ts'

/** Measures the figures of a part by its name. */
export type MeasurePart = (name: string) => Promise<readonly FigureReport[]>

export interface Bench {
  /** Names of all parts, in order, with the names of their figures. */
  readonly parts: Readonly<Record<string, readonly string[]>>
  readonly measure: MeasurePart
  readonly print: (line: string) => void
}

const usage = (parts: Bench['parts']): string => `pnpm bench [${Object.keys(parts).join(' | ')}] [--json]: measures the figures of one part, or of all`

/** Measures what the arguments ask for, printing each part as soon as it is done, and answers the exit code: 0, 1 where a figure fails, 2 where the arguments make no sense. */
export const runBench = async (args: readonly string[], { parts, measure, print }: Bench): Promise<number> => {
  const asked = args.filter((argument) => argument !== '--' && argument !== '--json')
  if (asked.length > 1 || asked.some((name) => !Object.hasOwn(parts, name))) {
    print(usage(parts))
    return 2
  }
  const asData = args.includes('--json')
  const widest = Math.max(...Object.entries(parts).flatMap(([name, ids]) => ids.map((id) => name.length + 1 + id.length)))
  const reports: FigureReport[] = []
  for (const name of asked.length === 0 ? Object.keys(parts) : asked) {
    const measured = await measure(name)
    reports.push(...measured)
    const names = Math.max(widest, ...measured.map(({ part, id }) => part.length + 1 + id.length))
    if (!asData) for (const report of measured) print(textLine(report, names))
  }
  if (asData) print(jsonText(reports))
  return reports.some(({ fails }) => fails) ? 1 : 0
}
