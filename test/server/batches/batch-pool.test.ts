import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Gates } from '@tieuchi/runtime/columns/circuit/gates.ts'
import { schedule, type KernelProgram } from '@tieuchi/runtime/columns/circuit/schedule.ts'
import type { KernelPart } from '@tieuchi/runtime/columns/planes.ts'
import { BatchPool } from '@tieuchi/server/batches/batch-pool.ts'
import { expect, it, onTestFinished } from 'vitest'

const shared = (count: number) => new Int32Array(new SharedArrayBuffer(count * 4))

/** Both bits of two words of a block. */
const program = (): KernelProgram => {
  const gates = new Gates()
  const [a, b] = [0, 1].map((word) => gates.source({ kind: 'household', word }))
  return schedule(gates, { household: [gates.and(a ?? 0, b ?? 0)], members: [] })
}

/** Blocks of two words in several parts, with the results they shall have. */
const parts = (count: number, blocks: number): { readonly parts: readonly KernelPart[]; readonly results: Int32Array; readonly expected: readonly number[] } => {
  const results = shared(count * blocks)
  const nothing = shared(0)
  const datas = Array.from({ length: count }, (_part, part) => {
    const data = shared(blocks * 2)
    data.forEach((_word, index) => {
      data[index] = Math.imul(index + part + 1, 0x9e3779b1)
    })
    return data
  })
  return {
    results,
    expected: datas.flatMap((data) => Array.from({ length: blocks }, (_block, block) => (data[block * 2] ?? 0) & (data[block * 2 + 1] ?? 0))),
    parts: datas.map((data, part) => ({
      memory: { data, uniform: nothing, kept: nothing, household: results, members: nothing },
      run: { blocks, blockWords: 2, slotStart: 0, slotWords: 0, members: 0, resultStart: part * blocks, memberStart: 0, keptStart: 0 },
    })),
  }
}

const workerFile = new URL('../../../server/src/batches/batch-worker.ts', import.meta.url)

it('threads share the parts of a run, run after run', async () => {
  const pool = new BatchPool({ size: 2 })
  onTestFinished(() => pool.close())
  const kernel = program()
  for (let time = 0; time < 3; time += 1) {
    const { parts: some, results, expected } = parts(7, 50)
    await pool.run(kernel, some)
    expect([...results]).toEqual(expected)
  }
})

it('what a killed thread was doing is done by another', async () => {
  const workers: Worker[] = []
  const pool = new BatchPool({
    size: 1,
    spawn: () => {
      // The first thread never answers.
      const worker = workers.length === 0 ? new Worker('setInterval(() => undefined, 1000)', { eval: true }) : new Worker(workerFile)
      workers.push(worker)
      return worker
    },
  })
  onTestFinished(() => pool.close())
  const { parts: some, results, expected } = parts(4, 10)
  const run = pool.run(program(), some)
  await once(workers[0] ?? new Worker(''), 'online')
  await workers[0]?.terminate()
  await run
  expect([...results]).toEqual(expected)
  expect(workers).toHaveLength(2)
})

it('a run fails where threads end over it again and again', async () => {
  const pool = new BatchPool({ size: 1, spawn: () => new Worker('require("node:worker_threads").parentPort.once("message", () => process.exit(1))', { eval: true }) })
  onTestFinished(() => pool.close())
  await expect(pool.run(program(), parts(1, 1).parts)).rejects.toThrow('ended')
})

it('a run fails where a kernel cannot be made, and the thread goes on', async () => {
  const pool = new BatchPool({ size: 1 })
  onTestFinished(() => pool.close())
  const broken = { ...program(), records: new Map() }
  await expect(pool.run(broken, parts(1, 1).parts)).rejects.toThrow('not part of the kernel')
  const { parts: some, results, expected } = parts(2, 5)
  await pool.run(program(), some)
  expect([...results]).toEqual(expected)
})

it('closed threads take nothing more', async () => {
  const pool = new BatchPool({ size: 1 })
  await pool.run(program(), parts(1, 1).parts)
  await pool.close()
  await expect(pool.run(program(), parts(1, 1).parts)).rejects.toThrow('closed')
})
