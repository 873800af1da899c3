import { validate as validateInBrowser } from '@tieuchi/runtime/validation/browser'
import { validate as validateOnServer } from '@tieuchi/runtime/validation/server'
import type { SuiteFile, SuiteGroup } from './suite-files.ts'
import { reasonToSkip } from './suite-skips.ts'

/** What came of one test. */
export type SuiteResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly place: string; readonly problem: string }
  | { readonly kind: 'skipped'; readonly reason: string }

const engines = [['ajv (server)', validateOnServer], ['@cfworker/json-schema (browser)', validateInBrowser]] as const

type Engine = (typeof engines)[number]

const problemOf = ([name, validate]: Engine, schema: SuiteGroup['schema'], data: unknown, valid: boolean): readonly string[] => {
  try {
    return validate(schema, data).valid === valid ? [] : [`${name} says ${valid ? 'invalid' : 'valid'}`]
  } catch (error) {
    return [`${name} throws: ${error instanceof Error ? error.message.slice(0, 160) : String(error)}`]
  }
}

const runGroup = ({ name, path }: SuiteFile, { description, schema, tests }: SuiteGroup): readonly SuiteResult[] => {
  const reason = reasonToSkip(path, schema)
  return tests.map((test): SuiteResult => {
    if (reason !== undefined) return { kind: 'skipped', reason }
    const problems = engines.flatMap((engine) => problemOf(engine, schema, test.data, test.valid))
    return problems.length === 0 ? { kind: 'passed' } : { kind: 'failed', place: `${name} › ${description} › ${test.description}`, problem: problems.join('; ') }
  })
}

/** Runs every test through both validators, as the product runs them; a test passes if both give the verdict expected. */
export const runSuite = (files: readonly SuiteFile[]): readonly SuiteResult[] => files.flatMap((file) => file.groups.flatMap((group) => runGroup(file, group)))

const countOf = (results: readonly SuiteResult[], kind: SuiteResult['kind']): number => results.filter((result) => result.kind === kind).length

/** Failures one by one, reasons for skipping with their number, and the closing line. */
export const reportOf = (results: readonly SuiteResult[]): readonly string[] => {
  const failures = results.flatMap((result) => (result.kind === 'failed' ? [`failed: ${result.place}: ${result.problem}`] : []))
  const reasons = results.flatMap((result) => (result.kind === 'skipped' ? [result.reason] : []))
  const skipped = [...new Set(reasons)].toSorted().map((reason) => `skipped ${reasons.filter((other) => other === reason).length}: ${reason}`)
  return [...failures, ...skipped, `${countOf(results, 'passed')} passed, ${failures.length} failed, ${countOf(results, 'skipped')} skipped`]
}
