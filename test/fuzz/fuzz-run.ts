import { exercise, type Stage } from './exercise.ts'
import { mutate } from './mutate.ts'
import { prototypes } from './pollution.ts'
import { Random, seedOfRun } from './random.ts'
import { subjectOf, type Subject } from './subjects.ts'

/** A run that broke the contract. */
export interface Failure {
  readonly run: number
  readonly reason: string
  /** Mutated documents and input. */
  readonly subject: unknown
}

export interface Report {
  readonly seed: number
  readonly runs: number
  readonly stages: Readonly<Record<Stage, number>>
  readonly failures: readonly Failure[]
}

export interface Series {
  readonly seed: number
  readonly runs: number
  /** Number of the first run; a run is the same whatever series it belongs to. */
  readonly from?: number
  readonly mostFailures?: number
  readonly onRun?: (run: number) => void
}

/** Longer than any run may take; a run that takes longer counts as hanging. */
const longestRun = 60_000

/** Every subject serves some runs, for it takes longer to make than to mutate. */
const runsOfSubject = 25

/** What a part that was taken away is in JSON. */
const nothing = { common: null, release: null, overlays: [], units: null, input: null }

const mutated = (subject: Subject, random: Random): Subject => {
  const { common, release, overlays, units, input } = subject
  const part = random.pick(['release', 'release', 'release', 'common', 'overlays', 'overlays', 'input', 'input', 'units', 'all'])
  if (part === 'all') return { ...nothing, ...mutate(subject, random) }
  return {
    common: part === 'common' ? mutate(common, random) : common,
    release: part === 'release' ? mutate(release, random) : release,
    overlays: part === 'overlays' ? mutate(overlays, random) : overlays,
    units: part === 'units' ? mutate(units, random) : units,
    input: part === 'input' ? mutate(input, random) : input,
  }
}

let latest: { readonly seed: number; readonly subject: Subject } | undefined

const cachedSubject = (seed: number): Subject => {
  latest = latest?.seed === seed ? latest : { seed, subject: subjectOf(seed) }
  return latest.subject
}

/** The subject of a run before and after its mutation. */
export const subjectsOf = (seed: number, run: number): { readonly before: Subject; readonly subject: Subject; readonly random: Random } => {
  const before = cachedSubject(seedOfRun(seed, Math.floor(run / runsOfSubject)))
  const random = new Random(seedOfRun(seed, run))
  return { before, subject: mutated(before, random), random }
}

/** Runs one mutation of one subject; how far it came, or what it broke. */
const runOnce = async (seed: number, run: number): Promise<Stage | Failure> => {
  const { before, subject, random } = subjectsOf(seed, run)
  Error.stackTraceLimit = 40
  const [inherited, start] = [prototypes(), performance.now()]
  const failed = (reason: string): Failure => ({ run, reason, subject })
  try {
    const stage = await exercise(subject, before, random)
    if (prototypes() !== inherited) return failed('A prototype was polluted')
    const took = performance.now() - start
    return took > longestRun ? failed(`It took ${Math.round(took / 1000)} s`) : stage
  } catch (error) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** A series of runs. Each is decided by the seed and its number alone. */
export const fuzz = async ({ seed, runs, from = 0, mostFailures = 10, onRun }: Series): Promise<Report> => {
  const stages = { schema: 0, check: 0, input: 0, refused: 0, evaluated: 0 }
  const failures: Failure[] = []
  let run = from
  for (; run < from + runs && failures.length < mostFailures; run += 1) {
    onRun?.(run)
    const result = await runOnce(seed, run)
    if (typeof result === 'string') stages[result] += 1
    else failures.push(result)
  }
  return { seed, runs: run - from, stages, failures }
}
