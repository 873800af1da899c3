import { addDays, type Answer } from '@tieuchi/runtime'
import { standardNormal, weighted, wholeBetween, type RandomSource } from './random-source.ts'
import type { Draw, DrawEntry, Given, RegisterDescription } from './register-description.ts'

/** What a draw may look at. */
export interface DrawContext {
  readonly random: RandomSource
  readonly lists: RegisterDescription['lists']
  /** Day the made-up answers are true on. */
  readonly at: string
  /** A value drawn before; undefined where there is none. */
  readonly read: (reference: string) => Answer | undefined
}

/** Draws an entry's value by the first of its cases that holds; undefined where none does. */
export function drawEntry({ cases }: DrawEntry, context: DrawContext): Answer | undefined {
  const found = cases.find(({ given }) => holds(given, context.read))
  return found && drawValue(found.draw, context)
}

/** Whether everything asked of earlier values is so. */
export const holds = (given: Given | undefined, read: DrawContext['read']): boolean =>
  Object.entries(given ?? {}).every(([name, expected]) => {
    const value = read(name)
    if (typeof expected !== 'object') return value === expected
    if (Array.isArray(expected)) return expected.some((each) => each === value)
    return typeof value === 'number' && value >= (expected.from ?? -Infinity) && value <= (expected.to ?? Infinity)
  })

function drawValue(draw: Draw, context: DrawContext): Answer | undefined {
  const { random, read } = context
  if ('value' in draw) return draw.value
  if ('same' in draw) return read(draw.same)
  if ('weights' in draw) return weighted(random, Object.entries(draw.weights))
  if ('chance' in draw) return random.next() < draw.chance
  if ('several' in draw) return Object.entries(draw.several).flatMap(([code, chance]) => (random.next() < chance ? [code] : []))
  if ('text' in draw) return drawText(draw.text, context)
  if ('birth_date' in draw) return drawBirthDate(draw.birth_date, context)
  if ('personal_number' in draw) return drawPersonalNumber(draw.personal_number, context)
  return drawNumber(draw, context)
}

type NumberDraw = Extract<Draw, { uniform: object } | { normal: object } | { log_normal: object } | { shifted: object } | { product: object }>

function drawNumber(draw: NumberDraw, { random, read }: DrawContext): number | undefined {
  if ('shifted' in draw) {
    const base = read(draw.shifted.of)
    return typeof base === 'number' ? base + wholeBetween(random, draw.shifted.from, draw.shifted.to) : undefined
  }
  if ('uniform' in draw) return stepped(draw.uniform.from + random.next() * (draw.uniform.to - draw.uniform.from), draw.uniform)
  if ('normal' in draw) return stepped(draw.normal.mean + draw.normal.deviation * standardNormal(random), draw.normal)
  if ('log_normal' in draw) return stepped(draw.log_normal.median * Math.exp(draw.log_normal.spread * standardNormal(random)), draw.log_normal)
  const factors = draw.product.of.map(read)
  return factors.every((factor) => typeof factor === 'number') ? stepped(factors.reduce((product, factor) => product * factor, 1), draw.product) : undefined
}

interface Limits {
  readonly from?: number
  readonly to?: number
  readonly step?: number
}

const stepped = (number: number, { from = -Infinity, to = Infinity, step = 1 }: Limits): number =>
  Number((Math.round(Math.min(to, Math.max(from, number)) / step) * step).toFixed(6))

function drawText(parts: Extract<Draw, { text: unknown }>['text'], { random, lists, read }: DrawContext): string {
  const words = parts.map((part) => {
    if (typeof part === 'string') return part
    return 'list' in part ? weighted(random, Object.entries(lists[part.list] ?? {})) : read(part.same)
  })
  return words.filter((word) => word !== undefined && word !== '').join(' ')
}

const daysOfYear = 365

/** A day that makes the age complete on the day of the register. */
function drawBirthDate({ age, only_year: onlyYear = 0 }: Extract<Draw, { birth_date: object }>['birth_date'], { random, at, read }: DrawContext): string | undefined {
  const years = read(age)
  if (typeof years !== 'number') return undefined
  const birthday = addDays(`${String(Number(at.slice(0, 4)) - years).padStart(4, '0')}${at.slice(4).replace('-02-29', '-02-28')}`, -wholeBetween(random, 0, daysOfYear - 1))
  return random.next() < onlyYear ? birthday.slice(0, 4) : birthday
}

const randomDigits = 6

/** Place of registration, century and sex, year of birth, and six digits that mean nothing. */
function drawPersonalNumber({ sex, birth_date: birthDate, places }: Extract<Draw, { personal_number: object }>['personal_number'], { random, read }: DrawContext): string | undefined {
  const born = read(birthDate)
  const place = weighted(random, Object.entries(places))
  const serial = String(wholeBetween(random, 0, 10 ** randomDigits - 1)).padStart(randomDigits, '0')
  if (typeof born !== 'string' || place === undefined) return undefined
  const century = 2 * (Number(born.slice(0, 2)) - 19) + (read(sex) === 'female' ? 1 : 0)
  return `${place}${century}${born.slice(2, 4)}${serial}`
}
