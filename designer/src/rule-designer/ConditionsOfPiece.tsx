import { Title } from '@mantine/core'
import { conditionSitesOf, withinHistory, type ConditionSite, type EntitlementPiece, type FactPiece } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { PieceText } from '../elements/PieceText.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { ConditionTree } from './ConditionTree.tsx'
import { PieceTitle } from './PieceTitle.tsx'
import { RemovePiece } from './RemovePiece.tsx'
import classes from './rule-designer.module.css'

/** From the id of the piece down; that of an entitlement itself is not named there. */
const placeOf = ({ path }: ConditionSite): readonly string[] => {
  const place = path.split('/').slice(1)
  return place.length === 0 ? ['conditions'] : place
}

/** What a calculation or entitlement says, and every condition in it, built in its place. */
export const ConditionsOfPiece = ({ piece }: { readonly piece: FactPiece | EntitlementPiece }) => {
  const { t } = useTranslation()
  const { assembly } = useDraft()
  const findings = useFindings()({ kind: 'piece', id: piece.id })
  const sites = conditionSitesOf(assembly).filter((site) => site.piece.id === piece.id)
  return (
    <>
      <PieceTitle piece={piece} />
      <div className={classes['said']}><PieceText assembly={assembly} id={piece.id} /></div>
      {sites.map((site, index) => {
        const label = sites.length === 1 ? t('build.conditions') : t('build.conditionOf', { number: index + 1 })
        return (
          <section key={site.path} className={classes['site']}>
            <Title order={3}>{label}</Title>
            <ConditionTree
              site={{ piece: piece.id, place: placeOf(site) }}
              condition={site.condition}
              assembly={site.history ? withinHistory(assembly, site.history) : assembly}
              subject={site.of}
              issues={findings}
              label={label}
            />
          </section>
        )
      })}
      <RemovePiece piece={piece} />
    </>
  )
}
