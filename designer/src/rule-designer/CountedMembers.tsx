import { Button } from '@mantine/core'
import { usageOf, type Leaf } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useFindings } from '../findings/use-findings.ts'
import { replaceAt, type NodePath } from './condition-edits.ts'
import type { MemberGroup } from './member-group.ts'
import { ownFact } from './new-member-group.ts'
import classes from './rule-designer.module.css'
import { useTree } from './tree-context.ts'
import { timesNamed } from './unused-pieces.ts'

interface CountedMembersProps {
  readonly leaf: Leaf
  readonly group: MemberGroup
  readonly path: NodePath
}

/** The conditions on one and the same member. Where others use them too, it is said, and a copy for this place alone can be made. */
export const CountedMembers = ({ leaf, group: { fact, where }, path }: CountedMembersProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, condition, renderTree, write } = useTree()
  const findings = useFindings()({ kind: 'piece', id: fact.id })
  const users = usageOf(assembly).facts.get(fact.id) ?? []
  const separate = (): void => {
    const own = ownFact(assembly, fact)
    write(replaceAt(condition, path, { ...leaf, fact: own.id }), { put: [own] })
  }
  return (
    <>
      {timesNamed(assembly.release, fact.id) > 1 && (
        <p className={classes['shared']}>
          {t('build.shared', { places: users.map(({ title }) => read(title)).join('; ') })}{' '}
          <Button size="compact-xs" variant="default" onClick={separate}>{t('build.separate')}</Button>
        </p>
      )}
      {renderTree({ site: { piece: fact.id, place: ['value', 'where'] }, condition: where, assembly, subject: 'members', issues: findings, label: t('build.members') })}
    </>
  )
}
