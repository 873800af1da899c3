import { joinWords } from '../limits/join-words.ts'
import { isFactReference, isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import { operandPlace } from '../conditions/operand-place.ts'
import { operatorOf } from '../conditions/operators.ts'
import type { Condition, Leaf, OperatorName, SingleOperand } from '../documents/condition-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Text } from '../documents/text.ts'
import { inlineConditions, type Assembly } from '../release/assembly.ts'
import { literalValue } from '../logic/literal-value.ts'
import { describeReference, writeValue, type Readable } from './readable.ts'

const joined = (parts: readonly Text[], vi: string, en: string): Text => ({
  vi: joinWords(parts.map((part) => part.vi), vi),
  en: joinWords(parts.map((part) => part.en), en),
})

/** A right side in words: the title of what is read, or the literal as the left side writes its values. */
export const writeOperand = (assembly: Assembly, operand: SingleOperand, left: Readable): Text => {
  if (isFactReference(operand) || isParameterReference(operand)) return describeReference(assembly, operand).title
  return writeValue(assembly, literalValue(operand), left)
}

/** How a right side is written: like the left one, or as its place says. */
export const operandReadable = (operator: OperatorName, index: number, left: Readable): Readable => {
  const place = operandPlace(operator, index)
  return place ? { title: place.label, unit: place.unit } : left
}

/** A yes-or-no question with its answer, without a verb between. */
const yesOrNo = (title: Text, holds: boolean): Text => (holds ? { vi: `${title.vi}: có`, en: `${title.en}: yes` } : { vi: `${title.vi}: không`, en: `${title.en}: no` })

const leafSentence = (assembly: Assembly, leaf: Leaf): Text => {
  const left = describeReference(assembly, leaf)
  if (leaf.operator === 'equal' && typeof leaf.value === 'boolean') return yesOrNo(left.title, leaf.value)
  return operatorOf(leaf.operator).sentence(left.title, operandsOf(leaf.value).map((operand, index) => writeOperand(assembly, operand, operandReadable(leaf.operator, index, left))))
}

const nested = (assembly: Assembly, condition: Condition): Text => {
  const text = sentenceOf(assembly, condition)
  return isLeaf(condition) ? text : { vi: `(${text.vi})`, en: `(${text.en})` }
}

/** A condition in one sentence, in both languages, from the templates of its operators. */
export const sentenceOf = (assembly: Assembly, condition: Condition): Text => sentences(assembly)(condition)

const sentences = oncePer((assembly: Assembly) => oncePer((condition: Condition) => writeSentence(assembly, condition)))

const writeSentence = (assembly: Assembly, condition: Condition): Text => {
  if (isLeaf(condition)) return leafSentence(assembly, condition)
  if ('condition' in condition) return assembly.pieces.get(condition.condition)?.piece.title ?? sentenceOf(assembly, inlineConditions(assembly, condition))
  if ('not' in condition) {
    const inner = nested(assembly, condition.not)
    return { vi: `không phải ${inner.vi}`, en: `not ${inner.en}` }
  }
  const [children, vi, en] = 'all' in condition ? [condition.all, ' và ', ' and '] : [condition.any, ' hoặc ', ' or ']
  return joined(children.map((child) => (children.length === 1 ? sentenceOf(assembly, child) : nested(assembly, child))), vi, en)
}
