import { NativeSelect } from '@mantine/core'
import type { Assembly, FormCheck, FormDocument } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { ConditionDialog } from './ConditionDialog.tsx'
import { checkSite } from './part-site.ts'
import { WordsPair } from './WordsPair.tsx'

interface CheckDialogProps {
  readonly assembly: Assembly
  readonly form: FormDocument
  readonly check: FormCheck
  /** The question it stands at, in words. */
  readonly title: string
  readonly onClose: () => void
}

const severities = ['hard', 'soft'] as const

/** What must hold before the form is sent, what is said where it does not, and how much it matters. */
export const CheckDialog = ({ assembly, form, check, title, onClose }: CheckDialogProps) => {
  const { t } = useTranslation()
  const { editor } = useDraft()
  const site = checkSite(form, check.id)
  const put = (part: Partial<FormCheck>): void => editor.perform({ name: 'form.check.put', args: { form: form.id, check: { ...check, ...part } } })
  if (!site) return null
  return (
    <ConditionDialog assembly={assembly} title={t('design.checkOf', { title })} help={t('design.checkHelp')} place={site} element={{ kind: 'form', id: form.id }} onClose={onClose}>
      <NativeSelect
        label={t('design.severity')}
        value={check.severity}
        onChange={(event) => put({ severity: severities.find((each) => each === event.currentTarget.value) ?? check.severity })}
        data={severities.map((value) => ({ value, label: t(`design.severity.${value}`) }))}
        maw={420}
      />
      <WordsPair label={t('design.message')} text={check.message} onText={(message) => message && put({ message })} long />
    </ConditionDialog>
  )
}
