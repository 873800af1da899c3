import type { ExplanationNode, Text } from '@tieuchi/runtime'
import type { ImpactHousehold } from './impact-schema.ts'

/** So many conditions are told of one household. */
const mostConditions = 3

const leavesOf = (node: ExplanationNode): readonly ExplanationNode[] => (node.kind === 'leaf' ? [node] : node.children.flatMap(leavesOf))

const results: Readonly<Record<string, Text>> = { true: { vi: 'đúng', en: 'true' }, false: { vi: 'không đúng', en: 'false' }, unknown: { vi: 'chưa rõ', en: 'not known' } }

const toldOf = ({ result, sentence }: ExplanationNode): Text => results[String(result)] ?? sentence

const sameWords = (a: Text | undefined, b: Text | undefined): boolean => a?.vi === b?.vi

/** A comparison with what was read and compared, and whether it holds. */
function written(leaf: ExplanationNode): Text {
  const { sentence, read, compared } = leaf
  const inLanguage = (language: keyof Text, against: string): string => {
    // Where it reads what it asks for, its words say so.
    const values = read && compared && !sameWords(read, compared) && ` (${read[language]} ${against} ${compared[language]})`
    return `${sentence[language]}${values || ''}: ${toldOf(leaf)[language]}`
  }
  return { vi: inLanguage('vi', 'so với'), en: inLanguage('en', 'against') }
}

/** The same of the rules before: only what differs, where the rest is said already. */
function writtenBefore(leaf: ExplanationNode, now: ExplanationNode): Text {
  const { sentence, read, compared } = leaf
  if (!compared || !sameWords(sentence, now.sentence) || !sameWords(read, now.read)) return written(leaf)
  const inLanguage = (language: keyof Text, against: string): string => `${against} ${compared[language]}: ${toldOf(leaf)[language]}`
  return { vi: inLanguage('vi', 'so với'), en: inLanguage('en', 'against') }
}

/** Comparisons that come out otherwise than before; where there are none, those that only one of the rules makes and that hold. */
export function decidingConditions(before: ExplanationNode, after: ExplanationNode): ImpactHousehold['conditions'] {
  const [olds, news] = [before, after].map((root) => new Map(leavesOf(root).map((leaf) => [leaf.id, leaf])))
  const turned = [...(news ?? [])].flatMap(([id, now]) => {
    const old = olds?.get(id)
    return old && old.result !== now.result ? [{ before: writtenBefore(old, now), after: written(now) }] : []
  })
  // Rows of a table often ask the same.
  const different = [...new Map(turned.map((condition) => [condition.after.vi, condition])).values()]
  if (different.length > 0) return different.slice(0, mostConditions)
  return [...onlyIn(news, olds).map((told) => ({ after: told })), ...onlyIn(olds, news).map((told) => ({ before: told }))].slice(0, mostConditions)
}

type Leaves = ReadonlyMap<string, ExplanationNode> | undefined

/** Comparisons that hold and that the other rules do not make, wherever: each once. */
function onlyIn(own: Leaves, other: Leaves): readonly Text[] {
  const others = new Set([...(other?.values() ?? [])].map((leaf) => written(leaf).vi))
  const holding = [...(own?.values() ?? [])].filter(({ id, result }) => other?.has(id) === false && result === true).map(written)
  return [...new Map(holding.filter(({ vi }) => !others.has(vi)).map((told) => [told.vi, told])).values()]
}
