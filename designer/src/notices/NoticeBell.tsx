import { Button, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { markNoticesRead, noticesQuery, withRead } from '../api/notice-api.ts'
import { NoticeLines } from './NoticeLines.tsx'
import classes from './notices.module.css'

/** What the reader is told of. Seen is what was listed when it was opened; what was new then stays marked while it is open. */
export const NoticeBell = () => {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(noticesQuery)
  const [opened, setOpened] = useState(false)
  const [fresh, setFresh] = useState<ReadonlySet<number>>(new Set())
  const unread = data?.unread ?? 0
  const open = () => {
    const ids = (data?.notices ?? []).filter(({ read }) => !read).map(({ id }) => id)
    setFresh(new Set(ids))
    setOpened(true)
    if (ids.length === 0) return
    // Where it cannot be said now they stay unread, and are said to be seen the next time.
    markNoticesRead(ids).then(() => queryClient.setQueryData(noticesQuery.queryKey, (list) => list && withRead(list, ids)), () => undefined)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus transitionProps={{ duration: 0 }} width="min(400px, calc(100vw - 16px))">
      <Popover.Target>
        <Button variant="subtle" color="gray" c={unread > 0 ? 'var(--needs-you)' : 'inherit'} size="compact-md" className={classes['bell'] ?? ''} aria-label={unread > 0 ? t('notices.titleUnread', { count: unread }) : t('notices.title')} title={t('notices.title')} onClick={() => (opened ? setOpened(false) : open())} leftSection={<IconBell size={18} aria-hidden />}>
          {unread > 0 && unread}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['list'] ?? ''}>
        <NoticeLines notices={data?.notices} error={error} fresh={fresh} onFollow={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
