import { NativeSelect } from '@mantine/core'
import { describeReference, isFactReference, isParameterReference, listOfFact, operandPlace, operandsOf, operatorOf, typeOfFact, typeOfParameter, type Leaf, type OperatorName, type SingleOperand } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ReadableBox } from '../readables/ReadableBox.tsx'
import { isReadBy, readableKey } from '../readables/readables.ts'
import { replaceAt, type NodePath } from './condition-edits.ts'
import { OperandBox } from './OperandBox.tsx'
import { OperandList } from './OperandList.tsx'
import { operatorsFor, sideAt, unwrittenValue, withLeft, withOperator, type LeftSide } from './operands.ts'
import classes from './rule-designer.module.css'
import { useTree } from './tree-context.ts'

interface ComparisonRowProps {
  readonly leaf: Leaf
  readonly path: NodePath
  readonly menu: ReactNode
}

/** One comparison: what is asked about, how it is compared, and with what. */
export const ComparisonRow = ({ leaf, path, menu }: ComparisonRowProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, condition, fresh, readables, setFresh, subject, write } = useTree()
  const left = useLeftSide(leaf)
  const key = isFactReference(leaf) ? readableKey(leaf) : undefined
  const change = (next: Leaf): void => write(replaceAt(condition, path, next))
  const title = read(describeReference(assembly, leaf).title)
  return (
    <div className={classes['comparison']} data-list={operatorOf(leaf.operator).right === 'list' || operatorOf(leaf.operator).operands !== undefined || undefined}>
      {isParameterReference(leaf)
        ? <span className={classes['fixed']}>{title}</span>
        : <ReadableBox label={t('build.field')} readables={readables.filter((each) => isReadBy(subject, each) && each.section !== 'conditions')} {...(key !== undefined && { chosen: key })} text={title} onChoose={(readable) => {
          if (readable.key === key) return
          setFresh(leaf.id)
          change(withLeft(leaf, readable.reference, left, readable))
        }} />}
      <NativeSelect
        aria-label={t('build.operator')}
        value={leaf.operator}
        onChange={(event) => change(withOperator(leaf, event.currentTarget.value as OperatorName, left.type))}
        data={operatorsFor(left.type, leaf.operator).map((name) => ({ value: name, label: read(operatorOf(name).label) }))}
      />
      <RightSide key={key} leaf={leaf} left={left} leftKey={key ?? ''} takesFocus={fresh === leaf.id} onValue={(value) => change({ ...leaf, value })} />
      {menu}
    </div>
  )
}

const useLeftSide = (leaf: Leaf): LeftSide => {
  const { assembly } = useTree()
  const { unit, fieldKind } = describeReference(assembly, leaf)
  return isParameterReference(leaf)
    ? { type: leaf.operator === 'isKnown' ? 'boolean' : typeOfParameter(assembly, leaf), unit }
    : { type: typeOfFact(assembly, leaf), unit, list: listOfFact(assembly, leaf), fieldKind }
}

interface RightSideProps {
  readonly leaf: Leaf
  readonly left: LeftSide
  readonly leftKey: string
  readonly takesFocus: boolean
  readonly onValue: (value: Leaf['value']) => void
}

/** What is compared with: one value, a list of them, or the two ends of a span. */
const RightSide = ({ leaf, left, leftKey, takesFocus, onValue }: RightSideProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const operands: readonly SingleOperand[] = operandsOf(leaf.value)
  const [first = unwrittenValue, second = unwrittenValue] = operands
  const { right } = operatorOf(leaf.operator)
  const side = (index: number) => sideAt(leaf.operator, left, index)
  const label = (index: number, usual: string): string => {
    const place = operandPlace(leaf.operator, index)
    return place ? read(place.label) : usual
  }
  if (right === 'list') return <OperandList label={t('build.values')} left={left} leftKey={leftKey} operands={operands} onOperands={onValue} takesFocus={takesFocus} />
  if (right === 'one') return <OperandBox label={label(0, t('build.value'))} left={side(0)} leftKey={leftKey} operand={first} onOperand={onValue} takesFocus={takesFocus} />
  return (
    <div className={classes['pair']}>
      <OperandBox label={label(0, t('build.valueFrom'))} left={side(0)} leftKey={leftKey} operand={first} onOperand={(operand) => onValue([operand, second])} takesFocus={takesFocus} />
      <span aria-hidden>–</span>
      <OperandBox label={label(1, t('build.valueTo'))} left={side(1)} leftKey={leftKey} operand={second} onOperand={(operand) => onValue([first, operand])} />
    </div>
  )
}
