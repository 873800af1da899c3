import { fileURLToPath } from 'node:url'
import { installPackages } from '@tieuchi/server/extensions/extension-packages.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { PackError } from '@tieuchi/server/policies/pack-error.ts'
import { CaseFileError, readCaseEntries } from './case-file.ts'
import { hasFailed, judgePackCases, judgeSharedCases, reportLines } from './case-report.ts'

const rulesets = fileURLToPath(new URL('../../rulesets', import.meta.url))
const ownFile = fileURLToPath(new URL('./cases.json', import.meta.url))

const usage = 'pnpm cases [file]: runs the cases of a file, or without one those of the packs and the shared sample'

/** Runs cases through the packs of this checkout and answers the exit code. */
export async function runCases(args: readonly string[], print: (line: string) => void): Promise<number> {
  const files = args.filter((argument) => argument !== '--')
  if (files.length > 1 || files.some((file) => file.startsWith('-'))) {
    print(usage)
    return 2
  }
  const [file] = files
  try {
    const packs = readPacks(rulesets)
    const shared = await judgeSharedCases(packs, readCaseEntries(file ?? ownFile))
    const judged = file === undefined ? [...(await judgePackCases(packs)), ...shared] : shared
    for (const line of reportLines(judged)) print(line)
    return hasFailed(judged) ? 1 : 0
  } catch (error) {
    if (!(error instanceof CaseFileError || error instanceof PackError)) throw error
    print(error.message)
    return 2
  }
}

if (import.meta.main) await installPackages()
if (import.meta.main) process.exitCode = await runCases(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`))
