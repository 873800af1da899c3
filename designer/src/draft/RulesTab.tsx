import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { EvidenceNote } from '../evidence/EvidenceNote.tsx'
import { EvidenceOfPiece } from '../evidence/EvidenceOfPiece.tsx'
import { RulesText } from '../policies/RulesText.tsx'
import { NewPieceDialog, newPieceKinds, pieceHelps, type NewPieceKind } from '../rule-designer/NewPieceDialog.tsx'

/** The logic of the draft in sentences, each piece a link to where it is written, and the way to new ones. */
export const RulesTab = () => {
  const { t } = useTranslation()
  const { assembly, writable } = useDraft()
  const [adding, setAdding] = useState<NewPieceKind>()
  return (
    <>
      {writable && (
        <Menu position="bottom-start" width={360}>
          <Menu.Target><Button variant="default" mb="md" leftSection={<IconPlus size={16} aria-hidden />} rightSection={<IconChevronDown size={16} aria-hidden />}>{t('rules.addPiece')}</Button></Menu.Target>
          <Menu.Dropdown>
            {newPieceKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => setAdding(kind)}>
                {t(`rules.kindOfPiece.${kind}`)}
                <Text component="span" display="block" fz={13} c="var(--quiet)">{t(pieceHelps[kind])}</Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <EvidenceNote />
      <RulesText assembly={assembly} renderBelow={(piece, part) => <EvidenceOfPiece piece={piece} part={part} />} />
      {adding && <NewPieceDialog kind={adding} onClose={() => setAdding(undefined)} />}
    </>
  )
}
