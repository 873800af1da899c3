import { addDays, type ForceSpan, type Literal, type Parameter, type Release } from '@tieuchi/runtime'

/** A parameter as one release has it, on the days that release is in force. */
export interface ParameterStage {
  readonly release: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Absent where that release has no parameter of this name. */
  readonly parameter?: Parameter | undefined
}

/** The key of the one value of a parameter that is not looked up by anything. */
export const single = ''

/** The values of a parameter by the answer they are for; one under `single` where there is only one, none where it is open. */
export const valuesOf = ({ value, values }: Parameter): Readonly<Record<string, Literal>> => (value === undefined ? (values ?? {}) : { [single]: value })

/** What a parameter was under each release that was ever in force, in the order of their days. */
export const stagesOf = (id: string, spans: readonly ForceSpan[], releases: Readonly<Record<string, Release | undefined>>): readonly ParameterStage[] =>
  spans.flatMap(({ release, from, to }) => (release === undefined ? [] : [{ release, from, to, parameter: releases[release]?.parameters[id] }]))

/** The keys any stage has a value for, in the order they first occur. */
export const keysOf = (stages: readonly ParameterStage[]): readonly string[] => [...new Set(stages.flatMap(({ parameter }) => (parameter ? Object.keys(valuesOf(parameter)) : [])))]

/** One day of the chart: when, and the number each key has from then on; null where there is none. */
export interface ChartPoint {
  readonly day: number
  readonly values: Readonly<Record<string, number | null>>
}

const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Years shown behind a stage that has no last day. */
const yearsOpen = 2

const after = (day: string): string => `${Number(day.slice(0, 4)) + yearsOpen}${day.slice(4)}`

/**
 * The steps of a chart: a point where each stage begins, one behind its last day where its line ends, and one without values where
 * nothing follows at once. Empty where nothing is a number or no stage has a first day.
 */
export const chartPoints = (stages: readonly ParameterStage[]): readonly ChartPoint[] => {
  const keys = keysOf(stages)
  const of = (read: (key: string) => number | null): ChartPoint['values'] => Object.fromEntries(keys.map((key) => [key, read(key)]))
  const spells = stages.flatMap(({ from, to, parameter }) => {
    if (from === undefined) return []
    const values = parameter ? valuesOf(parameter) : {}
    return [{ from: dayOf(from), end: dayOf(to === undefined ? after(from) : addDays(to, 1)), values: of((key) => (typeof values[key] === 'number' ? values[key] : null)) }]
  })
  const points = spells.flatMap(({ from, end, values }, index): readonly ChartPoint[] => {
    const begin = { day: from, values }
    const next = spells[index + 1]
    if (next?.from === end && keys.every((key) => next.values[key] !== null || values[key] === null)) return [begin]
    const last = { day: end, values }
    return next === undefined || next.from === end ? [begin, last] : [begin, last, { day: end, values: of(() => null) }]
  })
  return points.some(({ values }) => Object.values(values).some((value) => value !== null)) ? points : []
}
