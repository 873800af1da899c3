import type { KernelProgram } from '@tieuchi/runtime/columns/circuit/schedule.ts'
import type { KernelPart } from '@tieuchi/runtime/columns/planes.ts'

/** Parts of a run that one thread is to do. Memory is shared, not sent. */
export interface WorkerTask {
  readonly id: number
  readonly kernel: number
  /** Of a kernel the thread does not have yet. */
  readonly program?: KernelProgram
  readonly parts: readonly KernelPart[]
}

/** A task is done, or has failed; kernels that the thread no longer has. */
export interface WorkerReply {
  readonly id: number
  readonly forgotten: readonly number[]
  readonly failure?: string
}
