import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { DocumentChange, Release, Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { elementOfChange } from '../elements/element-of-path.ts'
import { tabOf, writeElement, type ElementRef } from '../elements/element.ts'
import classes from './policies.module.css'

/** A release as it is linked to. */
export interface LinkedRelease {
  readonly programme: string
  readonly hash: string
  readonly release: Release
}

interface ChangedElementsProps {
  readonly changes: readonly DocumentChange[]
  /** Where something that was removed can still be read, and where everything else is. */
  readonly before: LinkedRelease
  readonly after: LinkedRelease
}

const titleIn = ({ parameters, logic, forms, reports = [], cases }: Release, { kind, id }: ElementRef): Text | undefined => {
  if (kind === 'parameter') return parameters[id]?.title
  return [...logic, ...forms, ...reports, ...cases].find((each) => each.id === id)?.title
}

/** What a sentence tells of, each opened where it can be read. */
export const ChangedElements = ({ changes, before, after }: ChangedElementsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const found = new Map(changes.flatMap(({ path }) => {
    const element = elementOfChange(path)
    return element ? [[writeElement(element), element] as const] : []
  }))
  const links = [...found].flatMap(([on, element]) => {
    const side = titleIn(after.release, element) ? after : before
    const title = titleIn(side.release, element)
    return title ? [{ on, title: read(title), tab: tabOf(element), params: { programme: side.programme, hash: side.hash } }] : []
  })
  const [first] = links
  if (!first) return null
  if (links.length === 1) {
    return <> <Link to="/policies/$programme/releases/$hash" params={first.params} search={{ tab: first.tab, on: first.on }} aria-label={t('compare.openOf', { title: first.title })} className={classes['link'] ?? ''}>{t('compare.open')}</Link></>
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target><Button ml="xs" size="compact-xs" variant="subtle">{t('compare.openSeveral', { count: links.length })}</Button></Menu.Target>
      <Menu.Dropdown mah={320} className={classes['menu'] ?? ''}>
        {links.map(({ on, title, tab, params }) => <Menu.Item key={on} renderRoot={(props) => <Link to="/policies/$programme/releases/$hash" params={params} search={{ tab, on }} {...props} />}>{title}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
