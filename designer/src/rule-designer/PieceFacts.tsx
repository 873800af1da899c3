import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { usageOf, type LogicPiece } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { TextPair } from './TextPair.tsx'

/** The title of a piece, and the way to take it out of the draft while nothing uses it. */
export const PieceFacts = ({ piece }: { readonly piece: LogicPiece }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const { assembly, editor } = useDraft()
  const uses = usageOf(assembly).facts.get(piece.id) ?? []
  const remove = (): void => {
    editor.perform({ name: 'piece.remove', args: { id: piece.id } })
    void navigate({ to: '.', search: (search) => ({ ...search, on: undefined }) })
  }
  return (
    <>
      <TextPair text={piece.title} onText={(title) => editor.perform({ name: 'piece.replace', args: { piece: { ...piece, title } } })} />
      <Group gap="sm" mb="md">
        <Button size="compact-sm" variant="subtle" c="var(--error)" color="red" disabled={uses.length > 0} onClick={remove}>{t('rules.removePiece', { kind: t(`rules.kind.${piece.kind}`) })}</Button>
        {uses.length > 0 && <span style={{ color: 'var(--quiet)', fontSize: 13 }}>{t('rules.usedSo', { places: uses.map(({ title }) => read(title)).join('; ') })}</span>}
      </Group>
    </>
  )
}
