import { ActionIcon, Menu, Table, VisuallyHidden } from '@mantine/core'
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { momentOfCase, type CaseDocument } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { useExpectedWords } from '../elements/use-expected-words.ts'
import policies from '../policies/policies.module.css'
import { formatDay } from '../ui/day-text.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import { stateOf, type CaseOutcomes } from './case-list.ts'
import classes from './case-bench.module.css'
import { CaseStateMark } from './CaseStateMark.tsx'
import { useCaseActions } from './use-case-actions.ts'

interface CaseRowsProps {
  readonly cases: readonly CaseDocument[]
  readonly outcomes: CaseOutcomes
  /** What is shown is of what was written a moment ago. */
  readonly former: boolean
}

/** Each case with its day, what must come out, what came out, and whether that is the same. */
export const CaseRows = ({ cases, outcomes, former }: CaseRowsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, writable } = useDraft()
  const expectedOf = useExpectedWords(assembly)
  return (
    <Table className={policies['cards'] ?? ''} aria-label={t('release.cases')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="32%">{t('cases.case')}</Table.Th><Table.Th w={96}>{t('bench.day')}</Table.Th><Table.Th>{t('bench.expected')}</Table.Th>
          <Table.Th w={152}>{t('bench.came')}</Table.Th>{writable && <Table.Th w={44}><VisuallyHidden>{t('bench.actions')}</VisuallyHidden></Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cases.map((each) => {
          const state = stateOf(each, outcomes)
          const first = outcomes[each.id]?.first
          return (
            <Table.Tr key={each.id}>
              <Table.Td className={policies['name'] ?? ''}><ElementLink element={{ kind: 'case', id: each.id }}>{read(each.title) || t('bench.untitled')}</ElementLink></Table.Td>
              <Table.Td data-label={t('bench.day')}>{formatDay(momentOfCase(each).law_at)}</Table.Td>
              <Table.Td data-label={t('bench.expected')}>{expectedOf(each).map((line) => <div key={line}>{line}</div>)}</Table.Td>
              <Table.Td data-label={t('bench.came')}>
                <span className={classes['came']} data-former={former || undefined}>{first && <OutcomeBadge outcome={first} lists={assembly.lists} />}{state && <CaseStateMark state={state} />}</span>
              </Table.Td>
              {writable && <Table.Td><CaseMenu example={each} title={read(each.title)} /></Table.Td>}
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

const CaseMenu = ({ example, title }: { readonly example: CaseDocument; readonly title: string }) => {
  const { t } = useTranslation()
  const { duplicate, remove } = useCaseActions()
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('bench.actionsOf', { title })}><IconDots size={18} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => duplicate(example)}>{t('bench.duplicate')}</Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} color="red" c="var(--error)" onClick={() => remove(example.id)}>{t('bench.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
