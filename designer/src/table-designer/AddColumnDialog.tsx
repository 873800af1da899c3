import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import type { Assembly, FactReference, ParameterReference, TablePiece } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ReadableBox } from '../readables/ReadableBox.tsx'
import { isReadBy, readablesOf } from '../readables/readables.ts'
import { ChoiceBox } from '../ui/ChoiceBox.tsx'
import { isAuthorId } from '../ui/author-id.ts'

export type NewColumn =
  | { readonly side: 'when'; readonly input: FactReference | ParameterReference }
  | { readonly side: 'then'; readonly output: string }

interface AddColumnDialogProps {
  readonly assembly: Assembly
  readonly piece: TablePiece
  readonly onAdd: (column: NewColumn) => void
  readonly onClose: () => void
}

const kinds = ['condition', 'established', 'result'] as const
type Kind = (typeof kinds)[number]

/** A new column: of anything the table can read – a question, a region, a computed value –, of whether the law sets a value, or one more result. */
export const AddColumnDialog = ({ assembly, piece, onAdd, onClose }: AddColumnDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [kind, setKind] = useState<Kind>('condition')
  const [output, setOutput] = useState('')
  const [tried, setTried] = useState(false)
  const add = (column: NewColumn): void => {
    onAdd(column)
    onClose()
  }
  const readables = readablesOf(assembly, piece.id).filter((readable) => isReadBy(piece.of ?? 'household', readable))
  const wrong = !isAuthorId(output) || piece.outputs.includes(output)
  const parameters = [...assembly.parameters].filter(([id]) => !id.includes('.')).map(([key, { parameter }]) => ({ key, label: read(parameter.title), group: '' }))
  return (
    <Modal opened onClose={onClose} title={t('table.addColumn')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md" mih={240}>
        <SegmentedControl value={kind} onChange={(next) => setKind(kinds.find((each) => each === next) ?? kind)} data={kinds.map((each) => ({ value: each, label: t(`table.column.${each}`) }))} aria-label={t('table.columnKind')} />
        <p style={{ margin: 0, color: 'var(--quiet)' }}>{t(`table.columnHelp.${kind}`)}</p>
        {kind === 'condition' && <ReadableBox label={t('table.columnReads')} readables={readables} onChoose={({ reference }) => add({ side: 'when', input: reference })} />}
        {kind === 'established' && <ChoiceBox label={t('table.columnParameter')} placeholder={t('readable.choose')} text="" choices={parameters} onChoose={(parameter) => add({ side: 'when', input: { parameter } })} />}
        {kind === 'result' && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              setTried(true)
              if (!wrong) add({ side: 'then', output })
            }}
            noValidate
          >
            <TextInput label={t('table.columnCode')} description={t('parameter.idHelp')} value={output} onChange={(event) => setOutput(event.currentTarget.value.trim())} error={tried && wrong && t(piece.outputs.includes(output) ? 'dictionary.idTaken' : 'parameter.idWrong')} maxLength={60} required />
            <Group justify="flex-end" mt="md"><Button type="submit">{t('table.addColumn')}</Button></Group>
          </form>
        )}
      </Stack>
    </Modal>
  )
}
