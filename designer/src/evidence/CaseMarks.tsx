import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import type { CaseFigure } from './evidence-figures.ts'
import classes from './evidence.module.css'

/** How many cases pass and how many fail, in signs; those that fail lead to the first of them. */
export const CaseMarks = ({ passed, failed }: Extract<CaseFigure, { readonly kind: 'cases' }>) => {
  const { t } = useTranslation()
  return (
    <>
      {passed > 0 && <span className={classes['passed']}><span aria-hidden>{passed} ✓</span><VisuallyHidden>{t('evidence.passed', { count: passed })}</VisuallyHidden></span>}
      {passed > 0 && failed.length > 0 && <span aria-hidden> · </span>}
      {failed.length > 0 && <FailedMark failed={failed} />}
    </>
  )
}

const FailedMark = ({ failed }: Pick<Extract<CaseFigure, { readonly kind: 'cases' }>, 'failed'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly } = useDraft()
  const [first = ''] = failed
  const title = assembly.release.cases.find(({ id }) => id === first)?.title
  const label = t('evidence.wrong', { count: failed.length, title: title ? read(title) : '' })
  return <span className={classes['wrong']}><ElementLink element={{ kind: 'case', id: first }} label={label}>{failed.length} ✗</ElementLink></span>
}
