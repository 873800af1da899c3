import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { EvidenceNote } from '../evidence/EvidenceNote.tsx'
import { EvidenceOfPiece } from '../evidence/EvidenceOfPiece.tsx'
import { RulesText } from '../policies/RulesText.tsx'
import { NewPieceDialog, type NewPieceKind } from '../rule-designer/NewPieceDialog.tsx'

/** The logic of the draft in sentences, each piece a link to where it is written, and the way to new ones. */
export const RulesTab = () => {
  const { t } = useTranslation()
  const { assembly, writable } = useDraft()
  const [adding, setAdding] = useState<NewPieceKind>()
  const plus = <IconPlus size={16} aria-hidden />
  return (
    <>
      {writable && (
        <Group gap="sm" mb="md">
          <Button variant="default" leftSection={plus} onClick={() => setAdding('rules')}>{t('rules.addSet')}</Button>
          <Button variant="default" leftSection={plus} onClick={() => setAdding('condition')}>{t('rules.addCondition')}</Button>
          <Button variant="default" leftSection={plus} onClick={() => setAdding('fact')}>{t('rules.addFact')}</Button>
        </Group>
      )}
      <EvidenceNote />
      <RulesText assembly={assembly} renderBelow={(piece, part) => <EvidenceOfPiece piece={piece} part={part} />} />
      {adding && <NewPieceDialog kind={adding} onClose={() => setAdding(undefined)} />}
    </>
  )
}
