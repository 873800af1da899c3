import type { CodeList } from '../documents/common-document.ts'
import type { FactReference } from '../documents/condition-document.ts'
import type { Text } from '../documents/text.ts'
import type { ValueType } from '../values/value-type.ts'
import { notApplicable, type Scalar, type Value } from '../values/value.ts'
import { bitsOf, fullBits, rangeBits, type BitSet } from './bit-set.ts'
import { booleanDomain, codeDomain, textDomain } from './choice-domain.ts'
import { choicesDomain, MOST_CODES_OF_CHOICES } from './choices-domain.ts'
import { dayDomain } from './day-domain.ts'
import type { Domain } from './domain.ts'
import type { FactType } from './fact-type.ts'
import { numberDomain } from './number-domain.ts'

/** One thing that rows depend on: what a column reads, a key of parameters, what decides whether a field applies. */
export interface Dimension {
  readonly key: string
  /** Absent where it stands for a whole comparison of two facts, which is taken as free to hold or not. */
  readonly reference?: FactReference
  readonly title: Text
  readonly unit?: string | undefined
  readonly list?: string | undefined
  readonly domain: Domain
  /** How many atoms, "not applicable" among them. */
  readonly size: number
  /** Whether the last atom is "not applicable". */
  readonly mayNotApply: boolean
  /** Whether every combination of its values with the others can occur. */
  readonly exact: boolean
}

/** The value of an atom; the last may be "not applicable". */
export const atomValue = ({ domain }: Dimension, atom: number): Value => domain.atoms[atom]?.value ?? notApplicable()

/** Divides every atom so that comparisons with these values come out alike within each part. */
export const partsOf = ({ domain, size, mayNotApply }: Dimension, operands: readonly Value[]): readonly BitSet[] => {
  const parts = domain.partsBy(operands, size)
  return mayNotApply ? [...parts, bitsOf(size, [size - 1])] : parts
}

export const applicableAtoms = ({ size, mayNotApply }: Dimension): BitSet => rangeBits(size, 0, mayNotApply ? size - 1 : size)

export const allAtoms = ({ size }: Dimension): BitSet => fullBits(size)

interface DomainParts {
  readonly type: FactType
  readonly codes: readonly string[] | undefined
  readonly constants: readonly Scalar[]
}

const textsAmong = (constants: readonly Scalar[]): readonly string[] => [...new Set(constants.filter((scalar) => typeof scalar === 'string'))]

const domains: Readonly<Record<ValueType, (parts: DomainParts) => Domain | undefined>> = {
  number: ({ type, constants }) => numberDomain(type.limits, constants),
  date: ({ constants }) => dayDomain(constants),
  boolean: () => booleanDomain,
  text: ({ type, codes, constants }) => (codes ? codeDomain(codes, textsAmong(constants)) : textDomain(textsAmong(constants), type.personalNumber)),
  list: ({ codes, constants }) => {
    const mentioned = textsAmong(constants).filter((code) => codes === undefined || codes.includes(code))
    return mentioned.length > MOST_CODES_OF_CHOICES ? undefined : choicesDomain(mentioned)
  },
}

const typeOfConstants = (constants: readonly Scalar[]): ValueType => {
  const [first] = constants
  if (typeof first === 'boolean') return 'boolean'
  return typeof first === 'object' ? 'number' : 'text'
}

/** The values of a type, divided by constants; undefined where a multiple choice is compared with too many codes. */
export const domainOf = (type: FactType, list: CodeList | undefined, constants: readonly Scalar[]): Domain | undefined =>
  domains[type.type ?? typeOfConstants(constants)]({ type, codes: list?.entries.map(({ code }) => code), constants })
