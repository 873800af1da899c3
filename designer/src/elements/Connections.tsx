import { Button, Title } from '@mantine/core'
import { usageOf, type Assembly, type Use } from '@tieuchi/runtime'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { elementKinds, usersOf, type ElementRef } from './element.ts'
import { ElementLink } from './ElementLink.tsx'
import classes from './elements.module.css'

/** What an element reads and who uses it, each a link: the map of a release, walked step by step. */
export const Connections = memo(({ assembly, element }: { readonly assembly: Assembly; readonly element: ElementRef }) => {
  const { t } = useTranslation()
  const usage = useMemo(() => usageOf(assembly), [assembly])
  const users = usersOf(usage, element)
  const reads = usage.readsOf(element.kind, element.id)
  const canBeUsed = element.kind !== 'form' && element.kind !== 'report' && element.kind !== 'case'
  return (
    <div className={classes['connections']}>
      {canBeUsed && (
        <section>
          <Title order={3}>{t('element.usedBy')}</Title>
          {users.length === 0 ? <p><StateBadge color="yellow">{t('element.unused')}</StateBadge></p> : <Uses uses={users} />}
        </section>
      )}
      {reads.length > 0 && (
        <section>
          <Title order={3}>{t('element.reads')}</Title>
          <Uses uses={reads} />
        </section>
      )}
    </div>
  )
})
Connections.displayName = 'Connections'

const Uses = ({ uses }: { readonly uses: readonly Use[] }) => {
  const { t } = useTranslation()
  return (
    <dl className={classes['uses']}>
      {elementKinds.map((kind) => {
        const own = uses.filter((use) => use.kind === kind)
        return own.length > 0 && (
          <div key={kind}>
            <dt>{t(`element.count.${kind}`, { count: own.length })}</dt>
            <dd><Linked uses={own} /></dd>
          </div>
        )
      })}
    </dl>
  )
}

/** As many links are read; of more one asks for the rest. */
const MANY = 40

const Linked = ({ uses }: { readonly uses: readonly Use[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [all, setAll] = useState(false)
  const shown = all ? uses : uses.slice(0, MANY)
  return (
    <>
      <ul>{shown.map((use) => <li key={use.id}><ElementLink element={use}>{read(use.title)}</ElementLink></li>)}</ul>
      {shown.length < uses.length && <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>{t('element.moreUses', { count: uses.length - shown.length })}</Button>}
    </>
  )
}
