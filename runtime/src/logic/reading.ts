import type { Assembly } from '../release/assembly.ts'
import { Interpreter } from './interpreter.ts'
import type { EvaluationRequest } from './scope.ts'

/** One household on one moment, read by whatever asks about it: what one question computed by some rules stands for the next that is asked by them. */
export class Reading {
  readonly request: EvaluationRequest
  readonly #interpreters = new Map<Assembly, Interpreter>()

  constructor(request: EvaluationRequest) {
    this.request = request
  }

  interpreterOf(assembly: Assembly): Interpreter {
    const before = this.#interpreters.get(assembly)
    if (before) return before
    const interpreter = new Interpreter(assembly, this.request)
    this.#interpreters.set(assembly, interpreter)
    return interpreter
  }
}
