import { Alert, Button, type ButtonProps } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { saveFile } from './save-file.ts'

interface DownloadButtonProps {
  /** Where the server sends the file. */
  readonly path: string
  /** What it is asked for by, where the address does not say all. */
  readonly body?: unknown
  readonly size?: ButtonProps['size']
  readonly children: ReactNode
}

/** Saves a file of the server on this machine, under the name it comes with; says why where there is none. */
export const DownloadButton = ({ path, body, size = 'sm', children }: DownloadButtonProps) => {
  const { read } = useLanguage()
  const saving = useMutation({ mutationFn: () => saveFile(path, body) })
  return (
    <>
      <Button variant="default" size={size} leftSection={<IconDownload size={16} aria-hidden />} loading={saving.isPending} onClick={() => saving.mutate()}>{children}</Button>
      {saving.error && (
        <Alert color="red" variant="outline" role="alert" mt="sm" title={read(detailOf(saving.error))}>
          {saving.error instanceof ProblemError && saving.error.issues.map((issue) => <div key={`${issue.code} ${issue.path.join('/')}`}>{read(issue.message)}</div>)}
        </Alert>
      )}
    </>
  )
}
