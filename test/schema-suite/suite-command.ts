import { readSuite, SuiteError } from './suite-files.ts'
import { reportOf, runSuite } from './suite-run.ts'

const usage = 'pnpm schema-suite <folder>: runs the files of a folder, in the format of the JSON Schema Test Suite (its tests/draft2020-12), through both validators'

/** Runs the suite the command line names and answers the exit code. */
export const runCommand = (args: readonly string[], print: (line: string) => void): number => {
  const [folder, more] = args.filter((argument) => argument !== '--')
  if (folder === undefined || more !== undefined || folder.startsWith('-')) {
    print(usage)
    return 2
  }
  try {
    const results = runSuite(readSuite(folder))
    for (const line of reportOf(results)) print(line)
    return results.some(({ kind }) => kind === 'failed') ? 1 : 0
  } catch (error) {
    if (!(error instanceof SuiteError)) throw error
    print(error.message)
    return 2
  }
}

if (import.meta.main) process.exitCode = runCommand(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`))
