import { Button } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { fixOf, type Issue } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { Findings } from '../findings/Findings.tsx'
import classes from './form-designer.module.css'

/** What was found at a part of the form; where one remedy is certain it is a button, and one step to undo. */
export const PartFindings = ({ issues, writable }: { readonly issues: readonly Issue[]; readonly writable: boolean }) => (
  <>{issues.map((issue) => <div key={`${issue.code} ${issue.path.join('/')}`} className={classes['finding']}><Findings issues={[issue]} />{writable && <Fix issue={issue} />}</div>)}</>
)

const Fix = ({ issue }: { readonly issue: Issue }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { common: { extended }, editor, state: { document: { release } } } = useDraft()
  const fix = fixOf({ common: extended, release }, issue)
  if (!fix) return null
  return <Button size="compact-sm" variant="light" leftSection={<IconWand size={14} aria-hidden />} aria-label={t('design.fixIt', { title: read(fix.title) })} onClick={() => editor.perform({ name: 'form.replace', args: { form: fix.form } })}>{read(fix.title)}</Button>
}
