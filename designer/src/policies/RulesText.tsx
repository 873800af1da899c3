import { TextInput } from '@mantine/core'
import { sentenceOfPiece, type Assembly } from '@tieuchi/runtime'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { PieceText } from '../elements/PieceText.tsx'
import { EmptyList } from '../ui/EmptyList.tsx'
import { matchesSearch } from '../ui/search-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import classes from './policies.module.css'

interface RulesTextProps {
  readonly assembly: Assembly
  /** What stands below a piece, or below one rule or row of it. */
  readonly renderBelow?: (piece: string, part?: string) => ReactNode
}

/** The rules of a release as an official reads them: each piece in full sentences, from the document itself. */
export const RulesText = ({ assembly, renderBelow }: RulesTextProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [search, setSearch] = useState('')
  const told = useMemo(() => assembly.release.logic.map((piece) => ({ piece, sentence: sentenceOfPiece(assembly, piece.id) })), [assembly])
  const found = told.filter(({ piece, sentence }) => matchesSearch(`${read(piece.title)} ${read(sentence)}`, search))
  if (told.length === 0) return <EmptyList title={t('rules.empty')} text={t('rules.emptyText')} />
  return (
    <>
      <TextInput label={t('rules.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} mb="md" type="search" />
      {found.map(({ piece }) => (
        <article key={piece.id} className={classes['piece']}>
          <h2><ElementLink element={{ kind: 'piece', id: piece.id }}>{read(piece.title)}</ElementLink> <StateBadge color="gray">{t(`rules.kind.${piece.kind}`)}</StateBadge></h2>
          <PieceText assembly={assembly} id={piece.id} {...(renderBelow && { renderBelow: (part) => renderBelow(piece.id, part) })} />
        </article>
      ))}
      {found.length === 0 && <output>{t('rules.noneFound')}</output>}
    </>
  )
}
