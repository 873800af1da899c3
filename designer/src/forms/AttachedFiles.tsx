import { ActionIcon, Anchor, Tooltip } from '@mantine/core'
import { IconFileTypePdf, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { writeBytes } from '../ui/byte-size.ts'
import classes from './AttachmentsQuestion.module.css'

interface AttachedFilesProps {
  readonly files: readonly Attachment[]
  readonly urlOf: (file: Attachment) => string
  /** Absent where nothing can be taken away. */
  readonly onRemove?: (file: Attachment) => void
}

/** Files that are attached, each to be fetched; photos are to be seen. */
export const AttachedFiles = ({ files, urlOf, onRemove }: AttachedFilesProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  if (files.length === 0) return null
  return (
    <ul className={classes['files']}>
      {files.map((file) => (
        <li key={file.id}>
          <span className={classes['picture']}>{file.media_type.startsWith('image/') ? <img src={urlOf(file)} alt="" loading="lazy" /> : <IconFileTypePdf size={28} aria-hidden />}</span>
          <span className={classes['name']}><Anchor href={urlOf(file)} download={file.name}>{file.name}</Anchor><span className={classes['size']}>{writeBytes(file.size, language)}</span></span>
          {onRemove && (
            <Tooltip label={t('files.remove')}>
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('files.removeOf', { name: file.name })} onClick={() => onRemove(file)}><IconX size={16} aria-hidden /></ActionIcon>
            </Tooltip>
          )}
        </li>
      ))}
    </ul>
  )
}
