import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Leaf } from '@tieuchi/runtime'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ComparisonRow } from './ComparisonRow.tsx'
import type { NodePath } from './condition-edits.ts'
import { CountedMembers } from './CountedMembers.tsx'
import type { MemberGroup } from './member-group.ts'
import classes from './rule-designer.module.css'

interface NamedGroupRowProps {
  readonly leaf: Leaf
  readonly group: MemberGroup
  readonly path: NodePath
  readonly menu: ReactNode
}

/** A calculation over members that has a name: compared by it, and opened where one wants to see whom it counts. */
export const NamedGroupRow = ({ leaf, group, path, menu }: NamedGroupRowProps) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <>
      <ComparisonRow leaf={leaf} path={path} menu={menu} />
      <UnstyledButton className={classes['toggle'] ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}><Chevron size={14} aria-hidden />{t('build.whom')}</UnstyledButton>
      {open && <div className={classes['members']}><CountedMembers leaf={leaf} group={group} path={path} /></div>}
    </>
  )
}
