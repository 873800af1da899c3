import { Tabs } from '@mantine/core'
import { useTabInSight } from '../../ui/use-tab-in-sight.ts'
import type { SectionLayout } from './section-layout.ts'
import { SectionList, type SectionListProps } from './SectionList.tsx'
import { SectionSheet } from './SectionSheet.tsx'
import { SectionTab } from './SectionTab.tsx'
import classes from './sections.module.css'

/** What leads through the sections of a form. */
export const SectionNav = ({ layout, ...props }: Omit<SectionListProps, 'onPick'> & { readonly layout: SectionLayout }) => {
  const { title, sections, states, open } = props
  const inSight = useTabInSight(open)
  if (layout === 'sheet') return <SectionSheet {...props} />
  if (layout === 'list') return <div ref={inSight} className={classes['list']}><SectionList {...props} /></div>
  return (
    <Tabs.List ref={inSight} className={classes['tabs'] ?? ''} aria-label={title}>
      {sections.map(({ id, title: name }) => <SectionTab key={id} id={id} title={name} errors={states.get(id)?.errors ?? 0} warnings={states.get(id)?.warnings ?? 0} />)}
    </Tabs.List>
  )
}
