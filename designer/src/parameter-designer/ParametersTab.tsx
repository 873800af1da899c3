import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Parameter } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ParametersTable } from '../policies/ParametersTable.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { FindingsRow } from '../findings/Findings.tsx'
import { ParameterValues } from './ParameterValues.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { useParameterDialog } from './use-parameter-dialog.tsx'

/** The named values of the draft: numbers are written in their place, the rest in a dialog. */
export const ParametersTab = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, writable } = useDraft()
  const findings = useFindings()
  const { open, dialog } = useParameterDialog()
  return (
    <>
      {writable && <Button variant="default" mb="md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open()}>{t('parameter.add')}</Button>}
      <ParametersTable
        assembly={assembly}
        renderNote={(id) => <FindingsRow issues={findings({ kind: 'parameter', id })} columns={writable ? 5 : 4} />}
        {...(writable && {
          renderValue: (id: string, parameter: Parameter) => <ParameterValues id={id} parameter={parameter} />,
          renderAction: (id: string, parameter: Parameter) => (
            <Button size="compact-sm" variant="subtle" aria-label={t('parameter.editOf', { title: read(parameter.title) })} onClick={() => open(id)}>{t('parameter.edit')}</Button>
          ),
        })}
      />
      {dialog}
    </>
  )
}
