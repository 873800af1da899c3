import type { Words } from '../bit-rows.ts'
import type { KernelCode } from './kernel-code.ts'

/** Where one run reads and writes. */
export interface KernelRun {
  /** Blocks from the beginning of the columns' words. */
  readonly blocks: number
  readonly blockWords: number
  readonly slotStart: number
  readonly slotWords: number
  readonly members: number
  /** First word written of the households' results, and of the members'. */
  readonly resultStart: number
  readonly memberStart: number
  readonly memberResults: number
}

/** Computes results of blocks: words read, scratch, what is the same for all, results of households and of members. */
export type Kernel = (data: Words, scratch: Int32Array, uniform: Int32Array, household: Words, members: Words, run: KernelRun) => void

/** Makes the code of a kernel run. The code consists of whole numbers and names made by `kernelCode` alone. */
export const instantiateKernel = ({ source }: Pick<KernelCode, 'source'>): Kernel => {
  // oxlint-disable-next-line no-new-func -- generated from a circuit, in which no text of a document can stand
  const made: unknown = new Function(source)()
  if (typeof made !== 'function') throw new Error('The code of a kernel made no function')
  return made as Kernel
}
