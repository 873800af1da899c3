import { Button, Checkbox, Group, Table, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { citationPhrase, type ForceSpan } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { ProgrammeTimeline } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './policies.module.css'
import { stateColours, stateOn } from './spans.ts'
import { usePeriodText } from './use-period-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'

interface ReleaseTableProps {
  readonly programme: string
  readonly spans: readonly ForceSpan[]
  readonly releases: ProgrammeTimeline['releases']
  readonly at: string
  readonly chosen: readonly string[]
  readonly onChoose: (hash: string, chosen: boolean) => void
  /** Absent where the reader may not write. */
  readonly onDraft?: ((hash: string) => void) | undefined
  /** Absent where the reader may not publish. */
  readonly onWithdraw?: ((span: ForceSpan, title: string) => void) | undefined
}

/** Releases of one scope with their days, the newest first. */
export const ReleaseTable = ({ programme, spans, releases, at, chosen, onChoose, onDraft, onWithdraw }: ReleaseTableProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const period = usePeriodText()
  return (
    <Table className={classes['cards'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={40}><VisuallyHidden>{t('timeline.compare')}</VisuallyHidden></Table.Th>
          <Table.Th>{t('timeline.release')}</Table.Th>
          <Table.Th>{t('timeline.period')}</Table.Th>
          <Table.Th>{t('timeline.state')}</Table.Th>
          <Table.Th>{t('timeline.basis')}</Table.Th>
          {(onDraft || onWithdraw) && <Table.Th><VisuallyHidden>{t('timeline.actions')}</VisuallyHidden></Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {spans.toReversed().map((span) => {
          const { release: hash, from } = span
          const found = hash === undefined ? undefined : releases[hash]
          const state = stateOn(span, at)
          const isNational = found?.scope === 'national'
          const title = found && read(found.title)
          return (
            <Table.Tr key={`${from ?? ''} ${hash ?? ''}`}>
              <Table.Td>{hash !== undefined && title !== undefined && isNational && <Checkbox size="xs" aria-label={t('timeline.choose', { title })} checked={chosen.includes(hash)} onChange={(event) => onChoose(hash, event.currentTarget.checked)} />}</Table.Td>
              <Table.Td className={classes['name'] ?? ''}>
                {hash === undefined || title === undefined
                  ? t('timeline.withdrawnSpan')
                  : <Link to="/policies/$programme/releases/$hash" params={{ programme, hash }} className={classes['link'] ?? ''}>{title}</Link>}
              </Table.Td>
              <Table.Td data-label={t('timeline.period')} className={classes['days'] ?? ''}>{period(span)}</Table.Td>
              <Table.Td data-label={t('timeline.state')}><StateBadge color={hash === undefined ? 'red' : stateColours[state]}>{t(hash === undefined ? 'timeline.state.withdrawn' : `timeline.state.${state}`)}</StateBadge></Table.Td>
              <Table.Td data-label={t('timeline.basis')}>{found?.legal_basis.map((citation) => read(citationPhrase(citation))).join('; ')}</Table.Td>
              {(onDraft || onWithdraw) && (
                <Table.Td>
                  {hash !== undefined && title !== undefined && (
                    <Group gap="sm" justify="flex-end" wrap="nowrap">
                      {onDraft && isNational && <Button size="compact-sm" variant="default" aria-label={t('timeline.newDraftOf', { title })} onClick={() => onDraft(hash)}>{t('timeline.newDraft')}</Button>}
                      {onWithdraw && state !== 'past' && <Button size="compact-sm" variant="subtle" color="red" c="var(--error)" aria-label={t('timeline.withdrawOf', { title })} onClick={() => onWithdraw(span, title)}>{t('timeline.withdraw')}</Button>}
                    </Group>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
