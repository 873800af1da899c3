import { assemble, referencesOfPiece, type Assembly, type Parameter, type Release } from '@tieuchi/runtime'
import type { Line } from '../found.ts'

const hundred = 100

/** Small whole numbers are counts, of points, years or members. */
const mostCounted = 100

/** What is counted is moved by one, what is measured by so many percent of it. */
const stepOf = (value: number, near: number): number => {
  const whole = Number.isInteger(value)
  if (whole && Math.abs(value) < mostCounted) return 1
  const step = (Math.abs(value) * near) / hundred
  return whole ? Math.max(1, Math.round(step)) : Number(step.toPrecision(6))
}

/** Every number among the parameters that the programme's rules read. */
export const linesOf = (assembly: Assembly, near: number): readonly Line[] =>
  parametersRead(assembly).flatMap(([id, parameter]) => valuesOf(parameter).map(([key, value]): Line => ({
    id: key === undefined ? id : `${id}/${key}`,
    parameter: id,
    ...(key !== undefined && { key }),
    value,
    step: stepOf(value, near),
  })))

const parametersRead = ({ release: { logic, parameters } }: Assembly): readonly (readonly [string, Parameter])[] => {
  const read = new Set(logic.flatMap((piece) => referencesOfPiece(piece, [])).flatMap((reference) => (reference.kind === 'parameter' ? [reference.reference.parameter] : [])))
  return Object.entries(parameters).filter(([id]) => read.has(id))
}

const valuesOf = ({ value, values }: Parameter): readonly (readonly [string | undefined, number])[] => {
  if (typeof value === 'number') return [[undefined, value]]
  return Object.entries(values ?? {}).flatMap(([key, each]) => (typeof each === 'number' ? [[key, each] as const] : []))
}

/** The rules with one line moved. */
export const withLineAt = (assembly: Assembly, others: Readonly<Record<string, Release>>, { parameter: id, key }: Line, value: number): Assembly =>
  withParameters(assembly, others, { [id]: (parameter) => (key === undefined ? { ...parameter, value } : { ...parameter, values: { ...parameter.values, [key]: value } }) })

/** The rules with some parameters changed. */
export const withParameters = ({ programme, layer, common, release }: Assembly, others: Readonly<Record<string, Release>>, changes: Readonly<Record<string, (parameter: Parameter) => Parameter>>): Assembly => {
  const parameters = Object.fromEntries(Object.entries(release.parameters).map(([id, parameter]) => [id, changes[id]?.(parameter) ?? parameter]))
  return assemble({ programme, layer, common, releases: { ...others, [programme]: { ...release, parameters } } })
}
