import type { FieldSchema } from '../documents/common-document.ts'
import type { Answer } from '../documents/input-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { addDays, isDay } from '../values/day.ts'
import { exampleAnswers, refinementOf } from '../values/refined-kinds.ts'
import type { Luck } from './luck.ts'
import type { Thresholds } from './thresholds.ts'

/** What answers are drawn from. */
export interface Drawing {
  readonly assembly: Assembly
  readonly thresholds: Thresholds
  /** Day as of which people have their ages. */
  readonly day: string
  readonly luck: Luck
}

/** An answer that fits its question, on or beside what the rules compare it with. */
export function drawAnswer(drawing: Drawing, id: string, schema: FieldSchema): Answer {
  const { assembly, thresholds, luck } = drawing
  const refined = refinementOf(schema['x-kind'])
  const examples = refined ? exampleAnswers(refined) : []
  if (examples.length > 0) return luck.pick(examples) ?? ''
  if (schema.type === 'boolean') return luck.chance(0.5)
  if (schema.type === 'integer' || schema.type === 'number') return drawNumber(drawing, id, schema)
  const codes = assembly.lists.get(schema['x-list'] ?? '')?.entries.map(({ code }) => code) ?? []
  if (schema.type === 'array') return codes.filter(() => luck.chance(0.3))
  if (schema.format === 'personal-number') return luck.pick(['030074000123', '031201004567', '001399999999', '079812000000'])
  if (schema.format !== undefined) return drawDay(drawing, schema.format === 'partial-date')
  return luck.pick(codes.length > 0 ? codes : thresholds.texts) ?? 'A'
}

/** Whether a number may be an answer: within its limits, and within the digits that are kept exactly. */
const fits = ({ type, minimum = -1_000_000, maximum = 10 ** 12 }: FieldSchema) => (number: number): boolean =>
  number >= minimum && number <= maximum && (type === 'number' || Number.isInteger(number))

/** A decimal without what doubles add to it. */
const decimal = (number: number): number => Number(number.toPrecision(15))

function drawNumber({ thresholds, luck }: Drawing, id: string, schema: FieldSchema): number {
  const around = (numbers: readonly number[]) => numbers.flatMap((number) => [number, number - 1, number + 1, number - 0.01, number + 0.01].map(decimal)).filter(fits(schema))
  const own = around(thresholds.ofFact.get(id) ?? [])
  const least = schema.minimum ?? 0
  const any = [...around(thresholds.numbers.flatMap((number) => [1, 2, 3, 5].map((times) => number * times))), ...[least, least + 1, least + 3, least + 10, schema.maximum ?? least + 20].filter(fits(schema))]
  return luck.pick(own.length > 0 && luck.chance(0.6) ? own : any) ?? least
}

/** Mostly a birthday that decides, or the day before or behind it; now and then only its month or year. */
function drawDay({ thresholds, day, luck }: Drawing, partial: boolean): string {
  const ages = thresholds.numbers.filter((number) => Number.isInteger(number) && number > 0 && number <= 120)
  const whole = luck.chance(0.2) ? luck.pick([day, '2020-02-29', ...thresholds.days]) : yearsBefore(day, luck.pick([0, 1, 18, ...ages, luck.between(0, 90)]))
  const drawn = addDays(whole, luck.between(-1, 1))
  return partial && luck.chance(0.15) ? drawn.slice(0, luck.pick([4, 7])) : drawn
}

function yearsBefore(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
  return isDay(moved) ? moved : `${moved.slice(0, 4)}-03-01`
}
