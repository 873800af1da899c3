import { Alert } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Release } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewComment } from '../api/contract.ts'
import { addComment, commentsQuery, settleComment } from '../api/draft-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { elementOfChange } from '../elements/element-of-path.ts'
import { titleOfElement } from '../elements/element.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { tellChanges } from '../policies/comparison.ts'
import { ComparisonList } from '../policies/ComparisonList.tsx'
import { CommentThreads } from './CommentThreads.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './draft.module.css'

/** In place of a base: a release with nothing in it. */
const empty = (release: Release): Release => ({ ...release, legal_basis: [], parameters: {}, logic: [], forms: [], cases: [] })

/** The draft against the release it was made from, in sentences, with what was said about each. */
export const CompareTab = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const { draft, base, state: { document: { release } }, common, others } = useDraft()
  const changes = useMemo(
    () => tellChanges({ before: base ?? empty(release), after: release, common: { before: common.published, after: common.extended }, others }),
    [base, release, common.published, common.extended, others],
  )
  const { queryKey } = commentsQuery(draft.id)
  const comments = useQuery(commentsQuery(draft.id))
  const writing = useMutation({ mutationFn: (comment: NewComment) => addComment(draft.id, comment), onSuccess: (all) => queryClient.setQueryData(queryKey, all) })
  const settling = useMutation({ mutationFn: (id: string) => settleComment(draft.id, id), onSuccess: (all) => queryClient.setQueryData(queryKey, all) })
  const failed = comments.error ?? writing.error ?? settling.error
  const all = comments.data ?? []
  const gone = all.filter(({ change }) => changes.every(({ key }) => key !== change))
  const threads = { onWrite: writing.mutateAsync, onSettle: settling.mutate }
  return (
    <>
      {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
      <ComparisonList
        changes={changes}
        renderLink={({ change }) => <ChangedElement path={change.path} />}
        renderBelow={({ key, sentence }) => <CommentThreads change={key} sentence={sentence} comments={all.filter(({ change }) => change === key)} {...threads} />}
      />
      {gone.length > 0 && (
        <section className={classes['section']}>
          <h2>{t('comment.elsewhere')}</h2>
          {[...Map.groupBy(gone, ({ change }) => change)].map(([change, own]) => {
            const [first] = own
            return first && <div key={change}>{read(first.sentence)}<CommentThreads change={change} sentence={first.sentence} comments={own} {...threads} /></div>
          })}
        </section>
      )}
    </>
  )
}

/** Opens what a change is about, where the draft still has it. */
const ChangedElement = ({ path }: { readonly path: readonly string[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly } = useDraft()
  const element = elementOfChange(path)
  const title = element && titleOfElement(assembly, element)
  return title && <> <ElementLink element={element} label={t('compare.openOf', { title: read(title) })}>{t('compare.open')}</ElementLink></>
}
