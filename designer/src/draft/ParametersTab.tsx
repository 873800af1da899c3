import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { usageOf, type Parameter } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ParametersTable } from '../policies/ParametersTable.tsx'
import { useDraft } from './draft-context.ts'
import { ParameterDialog } from './ParameterDialog.tsx'

/** The named values of the draft, each edited in place of itself. */
export const ParametersTab = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor, writable } = useDraft()
  const usage = useMemo(() => usageOf(assembly), [assembly])
  const [edited, setEdited] = useState<{ readonly id?: string; readonly parameter?: Parameter }>()
  const close = (): void => setEdited(undefined)
  return (
    <>
      {writable && <Button variant="default" mb="md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited({})}>{t('parameter.add')}</Button>}
      <ParametersTable
        assembly={assembly}
        {...(writable && {
          renderAction: (id: string, parameter: Parameter) => (
            <Button ml="sm" size="compact-sm" variant="subtle" aria-label={t('parameter.editOf', { title: read(parameter.title) })} onClick={() => setEdited({ id, parameter })}>{t('parameter.edit')}</Button>
          ),
        })}
      />
      {edited && (
        <ParameterDialog
          id={edited.id}
          parameter={edited.parameter}
          uses={edited.id === undefined ? [] : (usage.parameters.get(edited.id) ?? [])}
          onApply={(id, parameter) => {
            editor.perform({ name: edited.id === undefined ? 'parameter.add' : 'parameter.replace', args: { id, parameter } })
            close()
          }}
          onRemove={(id) => {
            editor.perform({ name: 'parameter.remove', args: { id } })
            close()
          }}
          onClose={close}
        />
      )}
    </>
  )
}
