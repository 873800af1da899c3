import { parentPort } from 'node:worker_threads'
import { makeKernel, type Kernel } from '@tieuchi/runtime/columns/circuit/kernel.ts'
import type { WorkerReply, WorkerTask } from './batch-task.ts'

/** Kernels made in this thread, by their number; the oldest go first. */
const kernels = new Map<number, Kernel>()
const mostKernels = 32

function kernelOf({ kernel: number, program }: WorkerTask): Kernel {
  const known = kernels.get(number)
  if (known) return known
  if (!program) throw new Error(`The program of kernel ${number} was not sent`)
  const made = makeKernel(program)
  kernels.set(number, made)
  return made
}

function forgetOldest(): readonly number[] {
  const surplus = [...kernels.keys()].slice(0, Math.max(0, kernels.size - mostKernels))
  surplus.forEach((number) => kernels.delete(number))
  return surplus
}

function work(task: WorkerTask): WorkerReply {
  try {
    const kernel = kernelOf(task)
    for (const { memory, run } of task.parts) kernel(memory, run)
    return { id: task.id, forgotten: forgetOldest() }
  } catch (error) {
    return { id: task.id, forgotten: [], failure: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (task: WorkerTask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(work(task))
})
