import type { Parameter } from '@tieuchi/runtime'
import type { NewImpactPreview } from '../api/contract.ts'
import { withChangedNumbers } from '../parameter-designer/parameter-form.ts'

/** A number of the draft that can be tried at another value: a parameter's one value, or the value of one key. */
export interface TriedNumber {
  readonly parameter: string
  readonly key?: string
}

export const writeTried = ({ parameter, key }: TriedNumber): string => (key === undefined ? parameter : `${parameter} ${key}`)

type Parameters = Readonly<Record<string, Parameter>>

/** Every number that can be tried, in the order of the release. */
export const numbersToTry = (parameters: Parameters): readonly TriedNumber[] =>
  Object.entries(parameters).flatMap(([parameter, { value, values = {} }]): TriedNumber[] => {
    if (typeof value === 'number') return [{ parameter }]
    return Object.entries(values).flatMap(([key, each]) => (typeof each === 'number' ? [{ parameter, key }] : []))
  })

/** The number as the draft has it. */
export const writtenNumber = (parameters: Parameters, { parameter, key }: TriedNumber): number | undefined => {
  const found = parameters[parameter]
  const value = key === undefined ? found?.value : found?.values?.[key]
  return typeof value === 'number' ? value : undefined
}

/** What one wants to try first: a number the draft changed, else one that is suggested, else any. */
export const firstToTry = (parameters: Parameters, before: Parameters, suggested: readonly TriedNumber[]): TriedNumber | undefined => {
  const numbers = numbersToTry(parameters)
  const wanted = new Set(suggested.map(writeTried))
  return numbers.find((number) => writtenNumber(parameters, number) !== writtenNumber(before, number)) ?? numbers.find((number) => wanted.has(writeTried(number))) ?? numbers[0]
}

/** The parameter with another number in its place. */
export const withNumber = (parameter: Parameter, { key }: TriedNumber, value: number): Parameter =>
  withChangedNumbers(parameter, key === undefined ? { value } : { values: { ...parameter.values, [key]: value } })

/** What the server is asked to try: of a parameter with values by a field all of them. */
export const trialOf = (parameters: Parameters, tried: TriedNumber, value: number): NewImpactPreview['parameters'] => {
  const found = parameters[tried.parameter]
  if (tried.key === undefined) return { [tried.parameter]: { value } }
  const numbers = Object.entries(found?.values ?? {}).flatMap(([key, each]) => (typeof each === 'number' ? [[key, each] as const] : []))
  return { [tried.parameter]: { values: { ...Object.fromEntries(numbers), [tried.key]: value } } }
}

interface Range {
  readonly min: number
  readonly max: number
  readonly step: number
}

const ten = 10
/** Figures of the value that are kept when it is dragged: 2.200.000 moves by 10.000. */
const figures = 2
const fewest = 10
const half = 0.5

const rounded = (value: number, step: number): number => Number((Math.round(value / step) * step).toPrecision(12))

/** How far a number is dragged, and in what steps: half of it either way, whole where it is whole, and wide enough for what is tried. */
export const rangeOf = (written: number, tried: number): Range => {
  const size = Math.abs(written)
  const fine = size === 0 ? 1 : ten ** (Math.floor(Math.log10(size)) - figures)
  const step = Number.isInteger(written) ? Math.max(1, fine) : Number(fine.toPrecision(1))
  const reach = Math.max(size * half, step * fewest)
  const low = written >= 0 ? Math.max(0, written - reach) : written - reach
  return { min: Math.min(rounded(low, step), tried), max: Math.max(rounded(written + reach, step), tried), step }
}
