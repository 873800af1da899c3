import { Drawer, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AskedMark } from '../../forms/AskedMark.tsx'
import { sectionPlace } from '../../presence/marks.ts'
import { PresenceMark } from '../../presence/PresenceMark.tsx'
import { SectionList, type SectionListProps } from './SectionList.tsx'
import classes from './sections.module.css'

/** Where the focus goes when the section one typed in is no longer there. */
export const SECTION_OPENER = 'section-opener'

/** Where there is no room for the list beside the questions: the open section by name and state, and the list in a sheet over the page. */
export const SectionSheet = (props: Omit<SectionListProps, 'onPick'>) => {
  const { title, sections, open, states, judged } = props
  const { t } = useTranslation()
  const [opened, { open: show, close }] = useDisclosure(false)
  const at = sections.findIndex(({ id }) => id === open)
  const state = judged ? states.get(open) : undefined
  return (
    <div className={classes['sheet']}>
      <UnstyledButton id={SECTION_OPENER} className={classes['opener'] ?? ''} aria-haspopup="dialog" aria-expanded={opened} onClick={show}>
        <span className={classes['at']}>{t('sections.at', { number: at + 1, count: sections.length })}</span>
        <span className={classes['name']}>{sections[at]?.title}</span>{' '}
        <PresenceMark place={sectionPlace(open)} />
        {state && <AskedMark errors={state.errors} warnings={state.warnings} missing={state.missing.length} asks={state.asks} />}
        <IconChevronDown size={18} aria-hidden />
      </UnstyledButton>
      <Drawer opened={opened} onClose={close} position="bottom" size="80dvh" title={<Text fw={600}>{title}</Text>} closeButtonProps={{ 'aria-label': t('close') }}>
        <SectionList {...props} onPick={close} />
      </Drawer>
    </div>
  )
}
