import { Alert, Button, Loader, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TrailLineDescription } from '../api/contract.ts'
import { trailPage } from '../api/people-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useLanguage } from '../app/use-language.ts'
import { wordsVi } from '../app/words-vi.ts'
import policies from '../policies/policies.module.css'
import { formatInstant } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { TrailDetails } from './TrailDetails.tsx'

const PAGE = 100

/** "Nhật ký": every change of rules and accounts, the newest first. */
export const TrailPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const trail = useInfiniteQuery({
    queryKey: ['trail'],
    queryFn: ({ pageParam }) => trailPage(pageParam === undefined ? {} : { before: pageParam }),
    throwOnError: throwUnlessLoaded,
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
  })
  const lines = trail.data?.pages.flat() ?? []
  return (
    <>
      <PageHead title={t('trail.title')} line={t('trail.line')} />
      <div className={policies['content']}>
        {trail.error && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(trail.error))}</Alert>}
        {trail.isPending && <Loader size="sm" aria-label={t('loading')} />}
        {trail.data && lines.length === 0 && <EmptyList title={t('trail.empty')} text={t('trail.emptyText')} />}
        {lines.length > 0 && (
          <Table className={policies['cards'] ?? ''}>
            <Table.Thead>
              <Table.Tr><Table.Th>{t('trail.at')}</Table.Th><Table.Th>{t('trail.person')}</Table.Th><Table.Th>{t('trail.action')}</Table.Th><Table.Th>{t('trail.detail')}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>{lines.map((line) => <TrailRow key={line.id} line={line} />)}</Table.Tbody>
          </Table>
        )}
        {trail.hasNextPage && <Button mt="md" variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>{t('trail.more')}</Button>}
      </div>
    </>
  )
}

type ActionKey = Extract<keyof typeof wordsVi, `trail.action.${string}`>

const isActionKey = (key: string): key is ActionKey => Object.hasOwn(wordsVi, key)

const TrailRow = ({ line: { at, person, partner, action, old, new: after } }: { readonly line: TrailLineDescription }) => {
  const { t } = useTranslation()
  const key = `trail.action.${action}`
  return (
    <Table.Tr>
      <Table.Td>{formatInstant(at)}</Table.Td>
      <Table.Td data-label={t('trail.person')}>{person?.name ?? partner?.name ?? t('trail.system')}</Table.Td>
      <Table.Td>{isActionKey(key) ? t(key) : action}</Table.Td>
      <Table.Td>
        {(old ?? after) && (
          <details>
            <summary>{t('trail.show')}</summary>
            {old && <TrailDetails title={t('trail.old')} content={old} />}
            {after && <TrailDetails title={t('trail.new')} content={after} />}
          </details>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
