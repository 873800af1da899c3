import { grownCondition, grownExpression, otherWord, squaringFacts } from './grown-values.ts'
import { nastyNames, nastyValue, nearNumber } from './nasty-values.ts'
import type { Random } from './random.ts'

type Holder = Record<string, unknown> | unknown[]

/** A value in its place. */
interface Node {
  readonly holder: Holder
  readonly key: string
  readonly value: unknown
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null

/** More is not mutated further; it has grown by mutations. */
const mostNodes = 100_000

/** Every value below, up to a number. */
const nodesBelow = (root: Holder): readonly Node[] => {
  const nodes: Node[] = []
  const open: Holder[] = [root]
  for (let holder = open.pop(); holder && nodes.length < mostNodes; holder = open.pop()) {
    for (const [key, value] of Object.entries(holder)) {
      nodes.push({ holder, key, value })
      if (isHolder(value)) open.push(value)
    }
  }
  return nodes
}

const put = ({ holder, key }: Node, value: unknown): void => {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

/** A copy; nothing of what is nested too deep to be copied. */
const copy = (value: unknown): unknown => {
  try {
    return structuredClone(value)
  } catch {
    return null
  }
}

type Mutation = (node: Node, all: readonly Node[], random: Random) => void

const remove: Mutation = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

const duplicate: Mutation = ({ holder, key, value }, _all, random) => {
  if (Array.isArray(holder)) holder.splice(random.below(holder.length + 1), 0, copy(value))
  else put({ holder, key: `${key}_2`, value }, copy(value))
}

const rename: Mutation = (node, _all, random) => {
  if (Array.isArray(node.holder)) return
  delete node.holder[node.key]
  put({ ...node, key: random.pick(nastyNames) }, node.value)
}

const spoil: Mutation = (node, _all, random) => put(node, nastyValue(random, copy(node.value)))

const swap: Mutation = (node, all, random) => {
  const other = random.among(all)
  if (!other) return
  const [own, others] = [copy(node.value), copy(other.value)]
  put(node, others)
  put(other, own)
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)

/** Takes the value of a place like this one: so ids lead elsewhere, and pieces come to read one another in circles. */
const borrow: Mutation = (node, all, random) => {
  const alike = all.filter(({ key, value }) => key === node.key && kindOf(value) === kindOf(node.value))
  put(node, copy(random.among(alike)?.value))
}

const borrowKind: Mutation = (node, all, random) => put(node, copy(random.among(all.filter(({ value }) => kindOf(value) === kindOf(node.value)))?.value))

const vary: Mutation = (node, all, random) => {
  const { value } = node
  if (typeof value === 'number') put(node, nearNumber(random, value))
  else if (typeof value === 'boolean') put(node, !value)
  else if (Array.isArray(value)) put(node, random.chance(0.5) ? value.toReversed() : value.slice(0, random.below(value.length + 1)))
  else borrow(node, all, random)
}

/** Names the document gives to things and questions. */
const namesOf = (all: readonly Node[]): readonly string[] => all.flatMap(({ key, value }) => (key === 'id' && typeof value === 'string' ? [value] : isHolder(value) && 'x-label' in value ? [key] : []))

const conditionKeys = new Set(['conditions', 'where', 'among', 'if', 'visible', 'applies', 'not'])

/** Puts another word of the language, or something made of what the document names. */
const grow: Mutation = (node, all, random) => {
  const { key, value } = node
  const word = typeof value === 'string' ? otherWord(random, value) : undefined
  if (word !== undefined) put(node, word)
  else if (key === 'logic' && Array.isArray(value)) value.push(...squaringFacts(random, namesOf(all)))
  else put(node, conditionKeys.has(key) ? grownCondition(random, namesOf(all)) : grownExpression(random, namesOf(all)))
}

const growable = ({ key, value }: Node): boolean => conditionKeys.has(key) || ['value', 'logic', 'amount', 'then', 'else'].includes(key) || (typeof value === 'string' && value.length < 24 && key !== 'id')

/** The same at a place where it is likely to fit. */
const growWell: Mutation = (_node, all, random) => {
  const place = random.among(all.filter(growable))
  if (place) grow(place, all, random)
}

const gentle: readonly [Mutation, ...Mutation[]] = [vary, vary, borrow, borrow, growWell, growWell, growWell, growWell, remove, duplicate]
const rough: readonly [Mutation, ...Mutation[]] = [spoil, spoil, swap, borrowKind, rename, remove]

/** A mutated copy of a JSON value. Gentle mutations mostly keep the shape, rough ones mostly do not. */
export const mutate = <T extends object>(original: T, random: Random): T => {
  const root = structuredClone(original) as Holder
  const mutations = random.chance(0.6) ? gentle : rough
  for (let count = random.pick([1, 1, 1, 2, 2, 3, 5]); count > 0; count -= 1) {
    const all = nodesBelow(root)
    const node = random.among(all)
    if (node && all.length < mostNodes) random.pick(mutations)(node, all, random)
  }
  return root as T
}
