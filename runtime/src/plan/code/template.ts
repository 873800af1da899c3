/** Known to this file alone. */
const ownMaker = Symbol('maker of code')

/**
 * Generated code that no text of a document can enter. Code is only made by the tagged template `code`, from its own literal
 * parts (written in this repository), other code, identifiers made of a known letter and a number, and quoted constants. The
 * constructor is out of reach, so nothing else is ever taken for code.
 */
export class Code {
  readonly #text: string

  private constructor(text: string, maker: symbol) {
    if (maker !== ownMaker) throw new TypeError('Code is written as a template')
    this.#text = text
  }

  /** The code as JavaScript, to be compiled. */
  get text(): string {
    return this.#text
  }

  /** The tag: literal parts as they stand, values only where they are code or numbers. */
  static tag(this: void, parts: TemplateStringsArray, ...values: readonly (Code | number)[]): Code {
    if (!Object.hasOwn(parts, 'raw') || !Object.isFrozen(parts)) throw new TypeError('Code is written as a template')
    return new Code(parts.reduce((text, part, index) => text + Code.#written(values[index - 1]) + part), ownMaker)
  }

  /** A name of our own making: a letter or word of the list, and a number. */
  static identifier(this: void, prefix: Prefix, index: number, suffix: Suffix = ''): Code {
    if (!prefixes.has(prefix) || !suffixes.has(suffix) || !Number.isSafeInteger(index) || index < 0) throw new TypeError('An identifier is a known prefix, a number and a known suffix')
    return new Code(`${prefix}${index}${suffix}`, ownMaker)
  }

  /** A constant. Text is escaped as JSON and, besides, so that it can end no line and no comment. */
  static quoted(this: void, value: string | number | boolean): Code {
    if (typeof value === 'number') return new Code(writtenNumber(value), ownMaker)
    const escaped = JSON.stringify(value).replace(/[\u2028\u2029<>/]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    return new Code(escaped, ownMaker)
  }

  /** Several pieces one after the other. */
  static join(this: void, pieces: readonly Code[], separator: Separator): Code {
    if (!pieces.every((piece) => #text in piece) || !separators.has(separator)) throw new TypeError('Only code is joined, by a known separator')
    return new Code(pieces.map((piece) => piece.#text).join(separator), ownMaker)
  }

  static #written(value: Code | number | undefined): string {
    if (typeof value === 'number') return writtenNumber(value)
    if (typeof value !== 'object' || value === null || !(#text in value)) throw new TypeError('Only code and numbers can stand in code')
    return value.#text
  }
}

/** What the names in generated code begin with. */
export type Prefix = 'n' | 'p' | 'd' | 'f' | 's' | 'h' | 'u' | 'm' | 'x' | 'e' | 'i' | 'l' | 'q' | 't'

/** What the names of lanes end with. */
export type Suffix = '' | 'f' | 't' | 'c' | 'k' | 'w'

type Separator = '' | '\n' | ', ' | ' + ' | ' | ' | ' & '

const prefixes: ReadonlySet<string> = new Set<Prefix>(['n', 'p', 'd', 'f', 's', 'h', 'u', 'm', 'x', 'e', 'i', 'l', 'q', 't'])
const suffixes: ReadonlySet<string> = new Set<Suffix>(['', 'f', 't', 'c', 'k', 'w'])
const separators: ReadonlySet<string> = new Set<Separator>(['', '\n', ', ', ' + ', ' | ', ' & '])

const writtenNumber = (value: number): string => {
  if (Number.isNaN(value)) throw new TypeError('Code has no place for what is not a number')
  if (Object.is(value, -0)) return '(-0)'
  return value < 0 ? `(${String(value)})` : String(value)
}

export const code = Code.tag
export const identifier = Code.identifier
export const quoted = Code.quoted
export const joined = Code.join
