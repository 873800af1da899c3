import type { Words } from './bit-rows.ts'
import type { Allocate, Bucket } from './bucket.ts'
import { rowsOfBlock, slotOffset, slotWords } from './column-layout.ts'
import type { Gate } from './circuit/gates.ts'
import { makeKernel, type Kernel, type KernelMemory, type KernelRun } from './circuit/kernel.ts'
import type { Asked, KernelProgram } from './circuit/schedule.ts'
import type { RegisterColumns } from './register-columns.ts'

/** Bits that were computed for every household in columns, and for every member. */
export interface Planes {
  readonly asked: Asked
  /** Of households by their number of members: for each block a word for each gate asked. */
  readonly household: ReadonlyMap<number, Words>
  /** Likewise, for each block and member slot. */
  readonly members: ReadonlyMap<number, Words>
  /** Of the register they were computed of. */
  readonly revision: number
}

/** A part of a run that one thread does in one go. */
export interface KernelPart {
  readonly memory: KernelMemory
  readonly run: KernelRun
}

/** Runs a program over its parts, wherever; settled when all results are there. */
export type RunKernel = (program: KernelProgram, parts: readonly KernelPart[]) => Promise<void>

const kernels = new WeakMap<KernelProgram, Kernel>()

/** Runs in this thread. */
export const runHere: RunKernel = (program, parts) => {
  const kernel = kernels.get(program) ?? makeKernel(program)
  kernels.set(program, kernel)
  for (const { memory, run } of parts) kernel(memory, run)
  return Promise.resolve()
}

const nothing: Words = new Int32Array(0)

const wordsFor = (count: number, allocate: Allocate): Words => (count === 0 ? nothing : new Int32Array(allocate(count * 4)))

/** What a run reads besides the columns. */
export interface RunInputs {
  readonly allocate: Allocate
  /** What an earlier run left. */
  readonly kept?: Planes | undefined
  /** Bits that are the same for all households, as the program's uniform sources name them. */
  readonly uniform?: Words
}

/** Where a program reads and writes: a part for each segment of each bucket, and the results they fill. */
export const prepareRun = (register: RegisterColumns, program: KernelProgram, { allocate, kept, uniform = nothing }: RunInputs): { readonly parts: readonly KernelPart[]; readonly planes: Planes } => {
  const { asked } = program
  const household = new Map<number, Words>()
  const members = new Map<number, Words>()
  const parts = register.buckets.flatMap((bucket) => {
    household.set(bucket.members, wordsFor(bucket.blocks * asked.household.length, allocate))
    members.set(bucket.members, wordsFor(bucket.blocks * bucket.members * asked.members.length, allocate))
    const memory = { uniform, household: household.get(bucket.members) ?? nothing, members: members.get(bucket.members) ?? nothing, kept: kept?.household.get(bucket.members) ?? nothing }
    return segmentsOf(bucket).map(({ data, blocks, first }): KernelPart => ({
      memory: { ...memory, data },
      run: {
        blocks,
        blockWords: bucket.blockWords,
        slotStart: slotOffset(register.layout, 0),
        slotWords: slotWords(register.layout),
        members: bucket.members,
        resultStart: first * asked.household.length,
        memberStart: first * bucket.members * asked.members.length,
        keptStart: first * program.keptResults,
      },
    }))
  })
  return { parts, planes: { asked, household, members, revision: register.revision } }
}

const segmentsOf = (bucket: Bucket): readonly { readonly data: Words; readonly blocks: number; readonly first: number }[] => {
  let first = 0
  return [...bucket.usedWords()].map((data) => {
    const blocks = data.length / bucket.blockWords
    const segment = { data, blocks, first }
    first += blocks
    return segment
  })
}

const bitOf = (words: Words | undefined, word: number, row: number): number => ((words?.[word] ?? 0) >>> (row & (rowsOfBlock - 1))) & 1

/** One bit of a household: that of a gate by its place among those asked. */
export const householdBit = ({ asked, household }: Planes, members: number, row: number, place: number): number =>
  bitOf(household.get(members), (row >>> 5) * asked.household.length + place, row)

/** One bit of a member. */
export const memberBit = ({ asked, members: planes }: Planes, members: number, row: number, slot: number, place: number): number =>
  bitOf(planes.get(members), ((row >>> 5) * members + slot) * asked.members.length + place, row)

/** Places of gates among those asked; of one asked twice the first. */
export const placesOf = (gates: readonly Gate[]): ReadonlyMap<Gate, number> => {
  const places = new Map<Gate, number>()
  gates.forEach((gate, place) => {
    if (!places.has(gate)) places.set(gate, place)
  })
  return places
}
