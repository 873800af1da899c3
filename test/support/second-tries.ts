import type { Reporter, TestCase } from 'vitest/node'

/** A line of a stack that is ours. */
const ownPlace = /^\s+at (?!.*node_modules)/

/** Says of a test that passed when it was tried once more what stood in its way before: it is a bug to be found. */
export class SecondTries implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky !== true) return
    const errors = (test.result().errors ?? []).map(({ message, stack = '' }) => [message, ...stack.split('\n').filter((line) => ownPlace.test(line))].join('\n'))
    process.stderr.write(`\nPassed only when it was tried again: ${test.module.relativeModuleId} > ${test.fullName}\n${errors.join('\n')}\n`)
  }
}
