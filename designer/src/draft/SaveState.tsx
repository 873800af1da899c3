import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SaveWords } from '../autosave/SaveWords.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './draft.module.css'
import { useStepWords } from './use-step-words.ts'

/** Whether what was written is saved, in words, then undo and redo: at the edge, where words that come and go do not move them from under a press. */
export const SaveState = () => {
  const { t } = useTranslation()
  const { editor, state: { save, canUndo, canRedo, undoes, redoes } } = useDraft()
  const tell = useStepWords()
  const [undo, redo] = [tell('drafts.undo', undoes), tell('drafts.redo', redoes)]
  return (
    <div className={classes['save']}>
      <span className={classes['quiet']}><SaveWords state={save} /></span>
      {(save.status === 'failed' || save.status === 'refused') && <Button variant="subtle" size="compact-sm" onClick={() => void editor.flush()}>{t('save.retry')}</Button>}
      <div className={classes['steps']}>
        <Tooltip withinPortal={false} multiline maw={360} label={`${undo} (Ctrl+Z)`}><ActionIcon variant="default" size="lg" aria-label={t('drafts.undo')} aria-description={undo} disabled={!canUndo} onClick={editor.undo}><IconArrowBackUp size={18} aria-hidden /></ActionIcon></Tooltip>
        <Tooltip withinPortal={false} multiline maw={360} label={`${redo} (Ctrl+Y)`}><ActionIcon variant="default" size="lg" aria-label={t('drafts.redo')} aria-description={redo} disabled={!canRedo} onClick={editor.redo}><IconArrowForwardUp size={18} aria-hidden /></ActionIcon></Tooltip>
      </div>
    </div>
  )
}
