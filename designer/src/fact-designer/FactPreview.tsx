import { NativeSelect } from '@mantine/core'
import { formatValue, interpretCase, readExpected, type Assembly, type CaseDocument, type FactPiece, type Literal } from '@tieuchi/runtime'
import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './fact-designer.module.css'

interface Previewed {
  /** Absent: the household as a whole. */
  readonly member?: string
  readonly value: Literal | undefined
}

const withPiece = (assembly: Assembly, piece: FactPiece): Assembly => ({
  ...assembly, pieces: new Map([...assembly.pieces].map(([id, each]) => [id, id === piece.id ? { ...each, piece } : each])),
})

const preview = async (assembly: Assembly, piece: FactPiece, example: CaseDocument): Promise<readonly Previewed[]> => {
  const interpreter = interpretCase(withPiece(assembly, piece), example)
  if (piece.of !== 'members') return [{ value: await readExpected(interpreter, piece.id) }]
  return Promise.all((example.given.members ?? []).map(async ({ id }) => ({ member: String(id), value: await readExpected(interpreter, piece.id, String(id)) })))
}

/** Cases looked through for one that tells something. */
const LOOKED_AT = 150

/** The first case that something comes out for; of those that leave all open, the first. */
const tellingCase = async (assembly: Assembly, piece: FactPiece): Promise<CaseDocument | undefined> => {
  for (const example of assembly.release.cases.slice(0, LOOKED_AT)) {
    const results = await preview(assembly, piece, example)
    if (results.some(({ value }) => value !== undefined && value !== 'undetermined' && value !== 'not_applicable')) return example
  }
  return assembly.release.cases[0]
}

/** What a calculation comes to for the household of a case, as it is typed. */
export const FactPreview = ({ piece }: { readonly piece: FactPiece }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly } = useDraft()
  const { cases } = assembly.release
  const [chosen, setChosen] = useState<string>()
  const [telling, setTelling] = useState<string>()
  const [told, setTold] = useState<{ readonly example: CaseDocument; readonly results: readonly Previewed[] }>()
  const [shown, within] = [useDeferredValue(piece), useDeferredValue(assembly)]
  useEffect(() => {
    let current = true
    const tell = async (): Promise<void> => {
      const example = within.release.cases.find(({ id }) => id === (chosen ?? telling)) ?? (await tellingCase(within, shown))
      if (current && chosen === undefined) setTelling(example?.id)
      if (example && current) setTold({ example, results: await preview(within, shown, example) })
    }
    // A calculation that is not finished comes to nothing.
    tell().catch(() => current && setTold((before) => before && { ...before, results: [] }))
    return () => {
      current = false
    }
  }, [chosen, telling, shown, within])
  if (cases.length === 0) return <p className={classes['quiet']}>{t('fact.noCases')}</p>
  const write = (value: Literal | undefined): string => {
    if (value === undefined || value === 'undetermined') return t('fact.undetermined')
    if (value === 'not_applicable') return t('fact.notApplicable')
    return typeof value === 'boolean' ? t(value ? 'build.yes' : 'build.no') : formatValue(value, { unit: piece.unit, list: piece.list, lists: assembly.lists, language })
  }
  return (
    <div className={classes['preview']}>
      <NativeSelect label={t('fact.preview')} value={told?.example.id ?? ''} onChange={(event) => setChosen(event.currentTarget.value)} data={cases.map(({ id, title }) => ({ value: id, label: read(title) }))} maw={480} />
      <output aria-live="polite">
        {told?.results.map(({ member, value }, index) => <div key={member ?? ''}>{member === undefined ? t('fact.comesTo') : t('fact.memberComesTo', { number: index + 1 })} <strong>{write(value)}</strong></div>)}
      </output>
    </div>
  )
}
