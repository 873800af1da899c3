import { NativeSelect } from '@mantine/core'
import { aggregateOf, operandsOf, type AggregateName, type Leaf } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { CountedMembers } from './CountedMembers.tsx'
import { replaceAt, type NodePath } from './condition-edits.ts'
import { isCounting, plainTitle, quantifiers, writeMemberGroup, type MemberGroup, type Quantifier } from './member-group.ts'
import { OperandBox } from './OperandBox.tsx'
import classes from './rule-designer.module.css'
import { useTree } from './tree-context.ts'
import { timesNamed } from './unused-pieces.ts'

interface MemberGroupBoxProps {
  readonly leaf: Leaf
  readonly group: MemberGroup
  readonly path: NodePath
  readonly menu: ReactNode
}

/** What is asked of the members: how many of them, and conditions that all hold of one and the same member. */
export const MemberGroupBox = ({ leaf, group, path, menu }: MemberGroupBoxProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, condition, write } = useTree()
  const { fact, quantifier, count } = group
  const change = (next: MemberGroup): void => {
    const written = writeMemberGroup(next, leaf)
    write(replaceAt(condition, path, written.leaf), { put: [{ ...written.fact, title: plainTitle(assembly, written.fact.value) }] })
  }
  const wordsOf = (name: AggregateName) => {
    const { members, group: asked = { before: members.label, behind: { vi: '', en: '' } } } = aggregateOf(name)
    return { before: read(asked.before), behind: read(asked.behind) }
  }
  const shared = timesNamed(assembly.release, fact.id) > 1
  return (
    <section className={classes['members']} aria-label={t('build.members')}>
      <div className={classes['membersHead']}>
        <NativeSelect
          size="xs"
          aria-label={t('build.quantifier')}
          value={quantifier}
          onChange={(event) => change({ ...group, quantifier: event.currentTarget.value as Quantifier })}
          data={quantifiers().map((each) => ({ value: each, label: isCounting(each) ? t(`build.quantifier.${each}`) : wordsOf(each).before, disabled: shared && isCounting(each) !== isCounting(quantifier) }))}
        />
        {isCounting(quantifier) && <div className={classes['count']}><OperandBox label={t('build.value')} left={{ type: 'number', unit: 'persons' }} leftKey={fact.id} operand={operandsOf(count ?? 1)[0] ?? 1} onOperand={(operand) => change({ ...group, count: operand })} /></div>}
        <span>{isCounting(quantifier) ? t('build.those.count') : wordsOf(quantifier).behind}</span>
        {menu}
      </div>
      <CountedMembers leaf={leaf} group={group} path={path} />
    </section>
  )
}
