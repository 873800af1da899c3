import { code, joined, type Code } from './template.ts'

/**
 * Compiles generated code to a function of the given parameters; the one place that does. Code is only made by `template.ts`.
 * It runs on the server alone: a browser's content policy forbids it.
 */
export const compileCode = <F extends (...values: never[]) => unknown>(parameters: readonly Code[], body: Code): F =>
  // oxlint-disable-next-line no-new-func, no-implied-eval, typescript/no-implied-eval -- the compiled plan is code; the template lets nothing of a document into it
  new Function(joined(parameters, ', ').text, code`'use strict'\n${body}`.text) as unknown as F
