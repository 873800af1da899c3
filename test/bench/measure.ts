/** One way of doing the work. A run answers how many units (households, compilations …) it did. */
export interface Contestant<Name extends string = string> {
  readonly name: Name
  readonly run: () => number | Promise<number>
}

/** Milliseconds, ever growing. */
export type Clock = () => number

/** Time as people wait for it. */
export const wallTime: Clock = () => performance.now()

/** Time that this thread worked: what somebody waits for where nothing else runs. */
export const threadTime: Clock = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Time that processors worked for this process, all of its threads: other programs on the machine change little of it. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export interface Rounds {
  /** Runs of each contestant that are not counted. */
  readonly warmUp: number
  readonly rounds: number
  readonly clock: Clock
}

/** Milliseconds per unit of each contestant, round by round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new Error('Nothing was measured')
  return (low + high) / 2
}

/** Times contestants in turn – A B A B – so that whatever slows the machine down slows all of them. */
export const timeInTurn = async <Name extends string>(contestants: readonly Contestant<Name>[], { warmUp, rounds, clock }: Rounds): Promise<Times<Name>> => {
  const times = Object.fromEntries(contestants.map(({ name }) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { name, run } of contestants) {
      globalThis.gc?.()
      const start = clock()
      const units = await run()
      const spent = clock() - start
      if (units <= 0) throw new Error(`${name} did nothing`)
      if (round >= 0) times[name].push(spent / units)
    }
  }
  return times
}

/** How much longer one takes than another: the median over the rounds. */
export const ratioOf = <Name extends string>(times: Times<Name>, name: Name, to: Name): number =>
  median(times[name].map((time, round) => time / (times[to][round] ?? Number.NaN)))

const sampledEvery = 20

/** The most memory the process held while something ran, in megabytes, looked at every 20 ms. */
export const peakMemory = async (run: () => Promise<unknown>): Promise<number> => {
  globalThis.gc?.()
  let most = 0
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const sampling = setInterval(look, sampledEvery)
  try {
    await run()
  } finally {
    clearInterval(sampling)
  }
  look()
  return most / 1e6
}
