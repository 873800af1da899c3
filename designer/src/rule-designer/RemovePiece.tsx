import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { usageOf, type LogicPiece } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './rule-designer.module.css'

/** Takes a piece out of the draft, while nothing uses it. */
export const RemovePiece = ({ piece }: { readonly piece: LogicPiece }) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { assembly, editor } = useDraft()
  const used = (usageOf(assembly).facts.get(piece.id) ?? []).length > 0
  const remove = (): void => {
    editor.perform({ name: 'piece.remove', args: { id: piece.id } })
    void navigate({ to: '.', search: (search) => ({ ...search, on: undefined }) })
  }
  return (
    <Group gap="sm" mt="lg">
      <Button size="compact-sm" variant="subtle" c="var(--error)" color="red" disabled={used} onClick={remove}>{t('rules.removePiece', { kind: t(`rules.kind.${piece.kind}`) })}</Button>
      {used && <span className={classes['quiet']}>{t('rules.usedSo')}</span>}
    </Group>
  )
}
