import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { submissionPaperPath, type SubmissionPaper } from '../api/print-api.ts'
import { unsavedProblem } from '../api/problem-error.ts'
import { usePageActions } from '../spotlight/page-actions.ts'
import { usePrint } from './use-print.ts'

interface PrintMenuProps {
  /** Id of the submission. */
  readonly id: string
  /** Saves what is waiting, where something can be; false where it could not. */
  readonly save?: () => Promise<boolean>
}

const papers: readonly SubmissionPaper[] = ['form', 'explanation']

/** Over everything of the page, and still a part of it for those who hear it. */
const inContent = { target: '#content' }

/** A submission on paper: as the form, or as the explanation of its result. The paper shows what the server has, so that is brought up to date first. */
export const PrintMenu = ({ id, save }: PrintMenuProps) => {
  const { t } = useTranslation()
  const { print, pending } = usePrint(async () => {
    if (save && !(await save())) throw unsavedProblem()
  })
  const printPaper = (paper: SubmissionPaper) => print((language) => submissionPaperPath(id, paper, language))
  usePageActions(papers.map((paper) => ({ label: t(`prints.${paper}`), run: () => printPaper(paper) })))
  return (
    <Menu position="bottom-start" portalProps={inContent} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="subtle" size="compact-md" loading={pending} leftSection={<IconPrinter size={16} aria-hidden />}>{t('prints.print')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {papers.map((paper) => <Menu.Item key={paper} onClick={() => printPaper(paper)}>{t(`prints.${paper}`)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
