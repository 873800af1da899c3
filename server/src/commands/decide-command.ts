import { EvaluationLimit, type Language } from '@tieuchi/runtime'
import { installPackages } from '../extensions/extension-packages.ts'
import { StartError } from '../plugins/start-error.ts'
import { readPacks } from '../policies/pack-files.ts'
import type { CommandEnd } from './command-end.ts'
import { CommandError } from './command-error.ts'
import { languageOf, readArguments } from './decide-arguments.ts'
import { failedChecks } from './decide-checks.ts'
import { issueLine } from './decide-error.ts'
import { demandInput, memberNames, readInputFile } from './decide-input.ts'
import { decideLocally } from './decide-locally.ts'
import { decideRemotely } from './decide-remotely.ts'
import { ownRulesets } from './own-rulesets.ts'
import { writeAnswer } from './decide-text.ts'

interface Written {
  readonly answer: string
  readonly warnings: readonly string[]
}

async function decide(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<Written> {
  await installPackages(environment)
  const request = readArguments(args, environment)
  const value = readInputFile(request.file)
  const answer = request.server ? await decideRemotely(request, request.server, value) : await decideLocally(readPacks(ownRulesets), request, value)
  const checks = await failedChecks(answer, demandInput(answer.common, value, request.file))
  return {
    answer: request.json ? JSON.stringify({ ...answer.response, checks }, null, 2) : writeAnswer(answer, memberNames(value, answer.common.register.name), request.language),
    warnings: checks.map((issue) => `${warning[request.language]}: ${issueLine(request.file, issue, request.language)}`),
  }
}

const warning = { vi: 'cảnh báo', en: 'warning' } as const

const failure = (error: unknown, language: Language): string => {
  if (error instanceof CommandError || error instanceof StartError || error instanceof EvaluationLimit) return error.text[language]
  throw error
}

/** Decides the household of a file, as the command line asks. */
export async function runDecide(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<CommandEnd> {
  try {
    const { answer, warnings } = await decide(args, environment)
    return { code: 0, out: `${answer}\n`, err: warnings.map((line) => `${line}\n`).join('') }
  } catch (error) {
    return { code: 1, out: '', err: `${failure(error, languageOf(args))}\n` }
  }
}
