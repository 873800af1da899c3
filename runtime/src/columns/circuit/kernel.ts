import type { Words } from '../bit-rows.ts'
import { compileCode } from '../../plan/code/compile-code.ts'
import { kernelCode } from './kernel-code.ts'
import type { KernelProgram } from './schedule.ts'

/** Where one run reads and writes: blocks from the beginning of the columns' words on. */
export interface KernelRun {
  readonly blocks: number
  readonly blockWords: number
  readonly slotStart: number
  readonly slotWords: number
  readonly members: number
  /** First word written of the households' results, and of the members'; first word read of what an earlier run left. */
  readonly resultStart: number
  readonly memberStart: number
  readonly keptStart: number
}

/** Memory of one run: words read, what is the same for all, what an earlier run left, results of households and of members. */
export interface KernelMemory {
  readonly data: Words
  readonly uniform: Words
  readonly kept: Words
  readonly household: Words
  readonly members: Words
}

export type Kernel = (memory: KernelMemory, run: KernelRun) => void

type Compiled = (data: Words, scratch: Int32Array, uniform: Words, kept: Words, household: Words, members: Words, run: KernelRun) => void

/** Makes a circuit runnable. The kernel has memory of its own, so every thread makes one for itself. */
export const makeKernel = (program: KernelProgram): Kernel => {
  const { parameters, body, scratch } = kernelCode(program)
  const compiled = compileCode<() => Compiled>(parameters, body)()
  const memory = new Int32Array(scratch)
  return ({ data, uniform, kept, household, members }, run) => compiled(data, memory, uniform, kept, household, members, run)
}
