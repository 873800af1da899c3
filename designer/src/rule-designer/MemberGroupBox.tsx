import { Button, NativeSelect } from '@mantine/core'
import { operandsOf, usageOf, type Leaf } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { replaceAt, type NodePath } from './condition-edits.ts'
import { isCounting, plainTitle, quantifiers, writeMemberGroup, type MemberGroup, type Quantifier } from './member-group.ts'
import { ownFact } from './new-member-group.ts'
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
  const { assembly, condition, renderTree, write } = useTree()
  const findings = useFindings()
  const { fact, quantifier, count, where } = group
  const change = (next: MemberGroup): void => {
    const written = writeMemberGroup(next, leaf)
    const named = isNamed(plainTitle(assembly, fact.value).vi, fact.title.vi) ? written.fact : { ...written.fact, title: plainTitle(assembly, written.fact.value) }
    write(replaceAt(condition, path, written.leaf), { put: [named] })
  }
  const users = usageOf(assembly).facts.get(fact.id) ?? []
  const shared = timesNamed(assembly.release, fact.id) > 1
  const separate = (): void => {
    const own = ownFact(assembly, fact)
    write(replaceAt(condition, path, { ...leaf, fact: own.id }), { put: [own] })
  }
  const named = isNamed(plainTitle(assembly, fact.value).vi, fact.title.vi)
  return (
    <section className={classes['members']} aria-label={t('build.members')}>
      <div className={classes['membersHead']}>
        <NativeSelect
          size="xs"
          aria-label={t('build.quantifier')}
          value={quantifier}
          onChange={(event) => change({ ...group, quantifier: event.currentTarget.value as Quantifier })}
          data={quantifiers.map((each) => ({ value: each, label: t(`build.quantifier.${each}`), disabled: shared && isCounting(each) !== isCounting(quantifier) }))}
        />
        {isCounting(quantifier) && <div className={classes['count']}><OperandBox label={t('build.value')} left={{ type: 'number', unit: 'persons' }} leftKey={fact.id} operand={operandsOf(count ?? 1)[0] ?? 1} onOperand={(operand) => change({ ...group, count: operand })} /></div>}
        <span>{t(`build.those.${isCounting(quantifier) ? 'count' : quantifier}`)}</span>
        {menu}
      </div>
      {named && <p className={classes['factName']}>{t('build.calculated')} <ElementLink element={{ kind: 'piece', id: fact.id }}>{read(fact.title)}</ElementLink></p>}
      {shared && (
        <p className={classes['shared']}>
          {t('build.shared', { places: users.map(({ title }) => read(title)).join('; ') })}{' '}
          <Button size="compact-xs" variant="default" onClick={separate}>{t('build.separate')}</Button>
        </p>
      )}
      {renderTree({ site: { piece: fact.id, place: ['value', 'where'] }, condition: where, assembly, subject: 'members', issues: findings({ kind: 'piece', id: fact.id }), label: t('build.members') })}
    </section>
  )
}

/** Whether a fact has a name of its own, and not only one that says what it computes. */
const isNamed = (plain: string, title: string): boolean => plain !== title
