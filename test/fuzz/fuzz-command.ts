import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz, type Failure, type Report } from './fuzz-run.ts'
import { startWatchdog } from './watchdog.ts'

const usage = 'pnpm fuzz [--runs N] [--seed S] [--from N]: mutates documents and inputs and looks for crashes; one run alone: --from N --runs 1'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const numberOf = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Number(text))

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0

const stagesLine = ({ runs, stages }: Report): string =>
  `${runs} runs: ${stages.schema} refused by schema or limits, ${stages.check} by the check, ${stages.input} for their input, ${stages.refused} could not be evaluated (rows in conflict, limits), ${stages.evaluated} evaluated and explained`

const firstLines = (text: string): string => text.split('\n').slice(0, 40).join('\n    ')

/** The documents as JSON, unless they are nested too deep for that. */
const written = (subject: unknown): string => {
  try {
    return JSON.stringify(subject, null, 1)
  } catch (error) {
    return JSON.stringify(String(error))
  }
}

const sayFailure = (folder: string, seed: number, { run, reason, subject }: Failure): void => {
  const file = join(folder, `run-${run}.json`)
  writeFileSync(file, written(subject))
  say(`\n  run ${run}: ${firstLines(reason)}\n    documents: ${file}\n    again: pnpm fuzz --seed ${seed} --from ${run} --runs 1`)
}

/** Runs the series the command line asks for and answers the exit code. */
const runCommand = async (args: readonly string[]): Promise<number> => {
  const options = { runs: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } } as const
  const { values } = parseArgs({ args: args.filter((argument) => argument !== '--'), options })
  const [runs, seed, from] = [numberOf(values.runs, 2_000), numberOf(values.seed, Math.floor(Math.random() * 2 ** 31)), numberOf(values.from, 0)]
  if (![runs, seed, from].every(isCount)) {
    say(usage)
    return 2
  }
  say(`seed ${seed}`)
  const every = Math.max(1, Math.floor(runs / 20))
  const watchdog = startWatchdog(seed)
  const begin = (run: number): void => {
    watchdog.begin(run)
    if ((run - from) % every === 0 && run > from) say(`  ${run - from} of ${runs}`)
  }
  const report = await fuzz({ seed, runs, from, onRun: begin })
  await watchdog.stop()
  say(stagesLine(report))
  if (report.failures.length > 0) {
    const folder = mkdtempSync(join(tmpdir(), 'tieuchi-fuzz-'))
    for (const failure of report.failures) sayFailure(folder, seed, failure)
  }
  say(`\n${report.runs - report.failures.length} passed, ${report.failures.length} failed`)
  return report.failures.length > 0 ? 1 : 0
}

process.exitCode = await runCommand(process.argv.slice(2))
