import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { matchesSearch } from '../ui/search-text.ts'
import classes from './spotlight.module.css'
import { PageActionsContext } from './page-actions.ts'
import { useDestinations, type Destination } from './use-destinations.ts'

/** Between the last letter and asking the server for households. */
const pause = 200
/** More of one group would hide the next. */
const mostShown = 8

/** Ctrl+K: what the page can do, and everything one can go to, found without diacritics. */
export const AppSpotlight = () => {
  const { t } = useTranslation()
  const actions = use(PageActionsContext)
  const [opened, setOpened] = useState(false)
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query, pause)
  const { pages, policies, households, papers, searching } = useDestinations(opened, asked)
  const ofPage = opened ? actions.get().map(({ label, run }): Destination => ({ key: label, label, go: run })) : []
  // Of hundreds only those are shown that were asked for.
  const contents = opened && query.trim() !== '' ? actions.getContents() : []
  const matching = (all: readonly Destination[]): readonly Destination[] => all.filter(({ label, description = '' }) => matchesSearch(`${label} ${description}`, query)).slice(0, mostShown)
  const groups = [
    { title: t('spotlight.actions'), entries: matching(ofPage) },
    { title: t('spotlight.contents'), entries: matching(contents) },
    { title: t('spotlight.pages'), entries: matching(pages) },
    { title: t('shell.policies'), entries: matching(policies) },
    { title: t('spotlight.households'), entries: households },
    { title: t('prints.papers'), entries: papers },
  ].filter(({ entries }) => entries.length > 0)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => {
        setQuery('')
        setOpened(true)
      }}
      onSpotlightClose={() => setOpened(false)}
      tagsToIgnore={[]}
      centered={false}
      scrollable
      maxHeight="60dvh"
      yOffset="10dvh"
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.32, blur: 0 }}
      attributes={{ content: { 'aria-label': t('spotlight.title') } }}
      classNames={{ actionsGroup: classes['group'] ?? '' }}
    >
      <Spotlight.Search placeholder={t('spotlight.placeholder')} aria-label={t('spotlight.title')} leftSection={<IconSearch size={18} aria-hidden />} />
      <Spotlight.ActionsList>
        {groups.map(({ title, entries }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {entries.map(({ key, label, description, go }) => <Spotlight.Action key={key} label={label} {...(description && { description })} onClick={go} />)}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t(searching || asked !== query ? 'spotlight.searching' : 'spotlight.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
