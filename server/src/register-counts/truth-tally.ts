import type { JudgedTruth } from '@tieuchi/runtime/columns/judge-truths.ts'
import type { CountedTruths, TruthCount } from '@tieuchi/runtime/columns/truth-counts.ts'

/** What is true of how many households and members. */
export interface RegisterTruths {
  readonly households: number
  readonly members: number
  /** Households that were not judged. */
  readonly leftOut: number
  readonly counts: readonly TruthCount[]
}

type Sum = { -readonly [Name in keyof TruthCount]: TruthCount[Name] }

const keyOf = ({ piece, part }: Pick<TruthCount, 'piece' | 'part'>): string => JSON.stringify([piece, part])

/** Adds households judged one by one to what was counted together; what could not be counted together is not counted at all. */
export class TruthTally {
  /** Households judged one by one, and left out. */
  judged = 0
  leftOut = 0
  #households: number
  #members: number
  readonly #open: boolean
  readonly #sums: Map<string, Sum>

  constructor(counted: CountedTruths | undefined) {
    this.#households = counted?.households ?? 0
    this.#members = counted?.members ?? 0
    this.#open = counted === undefined
    this.#sums = new Map(counted?.counts.map((count) => [keyOf(count), { ...count }]))
  }

  add(members: number, judged: readonly JudgedTruth[]): void {
    this.judged += 1
    this.#households += 1
    this.#members += members
    for (const { piece, part, of, truths } of judged) {
      const place = { piece, ...(part !== undefined && { part }) }
      const sum = this.#sums.get(keyOf(place)) ?? { ...place, of, true: 0, unknown: 0, false: 0 }
      if (this.#open) this.#sums.set(keyOf(place), sum)
      for (const truth of truths) sum[truth === true ? 'true' : truth === false ? 'false' : 'unknown'] += 1
    }
  }

  get truths(): RegisterTruths {
    return { households: this.#households, members: this.#members, leftOut: this.leftOut, counts: [...this.#sums.values()] }
  }
}
