import { CaseProblem } from './case-problem.ts'

type Values = Readonly<Record<string, unknown>>

/** Keys and values of a part of a case. A key nobody takes fails the case: nothing is ignored. */
export class CaseKeys {
  readonly #values: Values
  readonly #place: string
  readonly #taken = new Set<string>()

  constructor(values: Values, place: string) {
    this.#values = values
    this.#place = place
  }

  /** The first of several spellings that is there; undefined where none is. */
  take(...names: readonly string[]): unknown {
    const present = names.filter((name) => Object.hasOwn(this.#values, name))
    if (present.length > 1) throw new CaseProblem(`${this.#place} says ${present.join(' and ')}, which mean the same; keep one`)
    const [name] = present
    if (name === undefined) return undefined
    this.#taken.add(name)
    return this.#values[name]
  }

  takeNumber(...names: readonly string[]): number | null | undefined {
    return this.#typed(names, 'a number', (value) => typeof value === 'number')
  }

  takeText(...names: readonly string[]): string | null | undefined {
    return this.#typed(names, 'text', (value) => typeof value === 'string')
  }

  takeTruth(...names: readonly string[]): boolean | null | undefined {
    return this.#typed(names, 'true or false', (value) => typeof value === 'boolean')
  }

  takeTexts(...names: readonly string[]): readonly string[] | null | undefined {
    return this.#typed(names, 'a list of texts', (value): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string'))
  }

  takeNumbers(...names: readonly string[]): readonly (number | null)[] | null | undefined {
    return this.#typed(names, 'a list of numbers', (value): value is readonly (number | null)[] => Array.isArray(value) && value.every((each) => each === null || typeof each === 'number'))
  }

  takeObjects(...names: readonly string[]): readonly Values[] | null | undefined {
    return this.#typed(names, 'a list of objects', isObjects)
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#values, name)
  }

  /** Value of a key without taking it. */
  peek(name: string): unknown {
    return this.#values[name]
  }

  /** Keys nobody has taken yet. */
  get rest(): readonly string[] {
    return Object.keys(this.#values).filter((name) => !this.#taken.has(name))
  }

  /** Fails where a key was not understood. */
  finish(): void {
    const [unknown] = this.rest
    if (unknown !== undefined) throw new CaseProblem(`${this.#place} has the key “${unknown}” (value ${JSON.stringify(this.#values[unknown])}), which the adapter does not know`)
  }

  #typed<T>(names: readonly string[], expected: string, fits: (value: unknown) => value is T): T | null | undefined {
    const value = this.take(...names)
    if (value === undefined || value === null || fits(value)) return value
    throw new CaseProblem(`${this.#place}: ${names.join(' or ')} is ${JSON.stringify(value)}; expected ${expected} or null`)
  }
}

export const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

export const isObjects = (value: unknown): value is readonly Values[] => Array.isArray(value) && value.every(isObject)
