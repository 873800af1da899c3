import { TextInput } from '@mantine/core'
import { citationPhrase, sentenceOfPiece, type Assembly, type LogicPiece } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { matchesSearch } from '../ui/search-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import classes from './policies.module.css'

/** The rules of a release as an official reads them: each piece in full sentences, from the document itself. */
export const RulesText = ({ assembly }: { readonly assembly: Assembly }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [search, setSearch] = useState('')
  const told = useMemo(() => assembly.release.logic.map((piece) => ({ piece, sentence: sentenceOfPiece(assembly, piece.id) })), [assembly])
  const found = told.filter(({ piece, sentence }) => matchesSearch(`${read(piece.title)} ${read(sentence)}`, search))
  if (told.length === 0) return <EmptyList title={t('rules.empty')} text={t('rules.emptyText')} />
  return (
    <>
      <TextInput label={t('rules.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} mb="md" type="search" />
      {found.map(({ piece, sentence }) => {
        const citations = citationsOf(piece).map((citation) => read(citationPhrase(citation)))
        return (
          <article key={piece.id} id={`piece-${piece.id}`} className={classes['piece']}>
            <h3>{read(piece.title)} <StateBadge color="gray">{t(`rules.kind.${piece.kind}`)}</StateBadge></h3>
            <div>{read(sentence)}</div>
            {citations.length > 0 && <div className={classes['quiet']}>{[...new Set(citations)].join('; ')}</div>}
          </article>
        )
      })}
    </>
  )
}

const citationsOf = (piece: LogicPiece) => {
  if (piece.kind === 'rules') return piece.rules.flatMap(({ citation }) => citation ?? [])
  if (piece.kind === 'table') return piece.rows.flatMap(({ citation }) => citation ?? [])
  return 'citation' in piece && piece.citation ? [piece.citation] : []
}
