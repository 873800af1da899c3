import { Table } from '@mantine/core'
import type { Issue } from '@tieuchi/runtime'
import classes from './findings.module.css'
import { saidOnce } from './said-once.ts'
import { useIssueWords } from './use-issue-words.ts'

/** A message without the place it begins with, for where that place is shown: `Tham số “Phí”: hãy sửa.` → `Hãy sửa.` */
export const withoutPlace = (message: string): string => {
  const rest = message.replace(/^\p{L}[^“”:]*“[^”]*”(?:, [^:“”]*(?:“[^”]*”)?)?: /u, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** What was found at a place, where that place is shown. */
export const Findings = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const wordsOf = useIssueWords()
  if (issues.length === 0) return null
  return (
    <ul className={classes['findings']}>
      {saidOnce(issues).map((issue) => <li key={`${issue.code} ${issue.path.join('/')}`} data-severity={issue.severity}>{withoutPlace(wordsOf(issue))}</li>)}
    </ul>
  )
}

/** The same below a row of a table. */
export const FindingsRow = ({ issues, columns }: { readonly issues: readonly Issue[]; readonly columns: number }) =>
  issues.length > 0 && <Table.Tr className={classes['findingsRow'] ?? ''}><Table.Td colSpan={columns}><Findings issues={issues} /></Table.Td></Table.Tr>
