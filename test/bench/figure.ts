/**
 * What is measured: a ratio of two times of one process, an absolute time in milliseconds, a rate per second, a size in bytes,
 * memory of a process in megabytes, or how many there are. Times and rates depend on the machine, so they fail only where they miss the bar by a factor
 * of two.
 */
export type Measure = 'ratio' | 'time' | 'rate' | 'size' | 'memory' | 'count'

/** The value is met up to here, or from here. */
export type Bar = { readonly at_most: number } | { readonly at_least: number }

/** One number the product promises. */
export interface Figure {
  readonly title: string
  readonly measure: Measure
  readonly bar: Bar
}

/** A number that is told without being promised, so that a reader sees what a figure is made of. */
export interface Aside extends Omit<Figure, 'bar'> {
  readonly value: number
}

/** A figure as it came out. Without a value nothing was measured, and `why` says what stood in the way. */
export interface Reading {
  readonly value?: number
  readonly why?: string
}

/** A figure with what became of it: one line of the bench. What is no promise has no bar. */
export interface FigureReport extends Omit<Figure, 'bar'>, Reading {
  readonly part: string
  readonly id: string
  readonly bar?: Bar
  readonly verdict: 'met' | 'short' | 'aside'
  /** Whether it fails the bench as a whole. */
  readonly fails: boolean
}

const tolerance: Readonly<Record<Measure, number>> = { ratio: 1, size: 1, memory: 1, count: 1, time: 2, rate: 2 }

const reaches = (bar: Bar, value: number, slack: number): boolean => ('at_most' in bar ? value <= bar.at_most * slack : value >= bar.at_least / slack)

/** A line for what is told besides. */
export const tellAside = (part: string, id: string, aside: Aside): FigureReport => ({ ...aside, part, id, verdict: 'aside', fails: false })

/** Holds a reading against its bar. What was not measured is short, and fails. */
export const judgeFigure = (part: string, id: string, figure: Figure, reading: Reading): FigureReport => {
  const { value } = reading
  const met = value !== undefined && reaches(figure.bar, value, 1)
  return { ...figure, part, id, ...reading, verdict: met ? 'met' : 'short', fails: value === undefined || !reaches(figure.bar, value, tolerance[figure.measure]) }
}
