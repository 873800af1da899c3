import { addDays, completedMonths, isDay, referencesOfCondition, referencesOfPiece, type Assembly, type Reference } from '@tieuchi/runtime'

/**
 * A day in place of another, the same for everybody who was born in the same year and has completed the same months on the day of the
 * case: the first such day. So every age in years or months on that day, and the year itself, are what they were, and of the day
 * nothing is told but that. What is no whole day, a month or a year, stays.
 */
export function coarseDay(day: string, at: string): string {
  if (!isDay(day)) return day
  const months = completedMonths(day, at)
  let first = day
  for (let before = addDays(first, -1); before.slice(0, 4) === day.slice(0, 4) && completedMonths(before, at) === months; before = addDays(before, -1)) first = before
  return first
}

const ages = ['ageInYears', 'ageInMonths', 'monthsBetween']

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? (node as Readonly<Record<string | number, unknown>>)[key] : undefined), value)

const isMoment = (value: unknown): boolean => typeof value === 'object' && value !== null && 'moment' in value

/** Whether a field is read as an age on a day of the case, or for its year alone. */
const readsCoarsely = (piece: unknown, { path }: Reference): boolean => {
  const [reader, place] = path.slice(-2)
  if (place === 'yearOf') return true
  return typeof reader === 'string' && ages.includes(reader) && place === 0 && isMoment(at(piece, [...path.slice(0, -1), 1]))
}

/** Fields that rules read otherwise than as an age: of these the very day can decide. */
export function fieldsReadByDay(assembly: Assembly): ReadonlySet<string> {
  const all = [assembly, ...assembly.dependencies.values()]
  const ofPieces = all.flatMap(({ pieces }) => [...pieces.values()]).flatMap(({ piece }) =>
    referencesOfPiece(piece, []).flatMap((reference) => (reference.kind === 'fact' && !readsCoarsely(piece, reference) ? [reference.reference.fact] : [])))
  const ofFields = [...assembly.fields.values()].flatMap(({ schema: { applies } }) =>
    applies ? referencesOfCondition(applies, [], 'members').flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : [])) : [])
  return new Set([...ofPieces, ...ofFields])
}
