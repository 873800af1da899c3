import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { formulaFunctions } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './fact-designer.module.css'

/** What can be written into a formula, with what each function takes. */
export const FormulaHelp = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [open, setOpen] = useState(false)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <>
      <UnstyledButton className={classes['toggle'] ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}><Chevron size={16} aria-hidden />{t('fact.functions')}</UnstyledButton>
      {open && (
        <div className={classes['help']}>
          <p>{t('fact.howToWrite')}</p>
          <ul>{[...formulaFunctions()].map(([name, signature]) => <li key={name}><strong>{read(signature)}</strong>({read(signature.takes)})</li>)}</ul>
        </div>
      )}
    </>
  )
}
