import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { questionsWithin, type FactItem, type FormSection, type GroupItem, type MatrixItem, type RosterItem } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { pagesPlaces } from '../elements/pages-place.ts'
import { keyOfPart, partsOf, type FormPart } from '../editor-store/commands/form-parts.ts'
import { AttachmentProperties } from './AttachmentProperties.tsx'
import { AnchorProperty } from './AnchorProperty.tsx'
import { FieldProperties } from './FieldProperties.tsx'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { ManyProperties } from './ManyProperties.tsx'
import { PagesPlaceSelect } from './PagesPlaceSelect.tsx'
import { PartFindings } from './PartFindings.tsx'
import { kindOfPart } from './part-places.ts'
import type { Selection } from './part-selection.ts'
import { labelOfField, titleOfPart } from './part-words.ts'
import { VisibleProperty } from './VisibleProperty.tsx'
import { partWith } from './with-part.ts'
import { tell } from '../ui/tell.ts'
import { WordsPair } from './WordsPair.tsx'

interface PartPropertiesProps {
  readonly design: FormDesign
  /** Of what it is said; a moment behind the keys where they are quick. */
  readonly selection: Selection
  readonly writable: boolean
}

/** What is said of the part where the keys stand, or of everything that is marked. */
export const PartProperties = ({ design, selection: { keys }, writable }: PartPropertiesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { form, assembly, issues } = design
  const parts = partsOf(form)
  const chosen = parts.filter(({ key }) => keys.includes(key)).map(({ part }) => part)
  const part = parts.find(({ key }) => key === keys[0])?.part
  if (chosen.length > 1) return <ManyProperties design={design} parts={chosen} />
  if (!part) return <WholeForm design={design} writable={writable} />
  const key = keyOfPart(part)
  const title = titleOfPart(assembly, part)
  const name = title ? read(title) : t(`design.kind.${kindOfPart(part)}`)
  return (
    <div key={key} className={classes['properties']}>
      <div className={classes['partHead']}><h3>{name}</h3><Button variant="subtle" size="compact-sm" onClick={design.actions.clear}>{t('design.wholeForm')}</Button></div>
      <p className={classes['quiet']}>{t(`design.kind.${kindOfPart(part)}`)}</p>
      <PartFindings issues={issues.get(key) ?? []} writable={writable} />
      <fieldset disabled={!writable} className={classes['plain']}>
        <OfKind design={design} part={part} writable={writable} />
        <VisibleProperty design={design} part={key} title={name} writable={writable} />
      </fieldset>
    </div>
  )
}

/** Nothing is selected: the form itself. */
const WholeForm = ({ design: { form, assembly }, writable }: Pick<PartPropertiesProps, 'design' | 'writable'>) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { editor } = useDraft()
  const remove = (): void => {
    editor.perform({ name: 'form.remove', args: { id: form.id } })
    tell(t('design.tell.removedForm'))
    void navigate({ to: '.', search: (search) => ({ ...search, on: undefined, view: undefined }) })
  }
  return (
    <fieldset disabled={!writable} className={classes['plain']}>
      <WordsPair label={t(form.kind === 'pages' ? 'design.pages.name' : 'design.formTitle')} text={form.title} onText={(title) => title && editor.perform({ name: 'form.title', args: { form: form.id, title } })} />
      {form.kind === 'pages' && <PagesPlaceSelect places={pagesPlaces(assembly)} chosen={form} onChoose={({ form: of, anchor }) => editor.perform({ name: 'form.replace', args: { form: { ...form, form: of, anchor } } })} />}
      <p className={classes['quiet']}>{t('design.nothingSelected')}</p>
      {writable && <Button size="compact-sm" variant="subtle" color="red" c="var(--error)" onClick={remove}>{t(form.kind === 'pages' ? 'design.pages.remove' : 'design.removeForm')}</Button>}
    </fieldset>
  )
}

const OfKind = ({ design, part, writable }: { readonly design: FormDesign; readonly part: FormPart; readonly writable: boolean }) => {
  if (!('kind' in part) || part.kind === 'group' || part.kind === 'matrix') return <HolderProperties design={design} part={part} />
  if (part.kind === 'field') return <FieldProperties design={design} part={part} writable={writable} />
  if (part.kind === 'fact') return <FactProperties design={design} part={part} />
  if (part.kind === 'attachment') return <AttachmentProperties design={design} part={part} writable={writable} />
  if (part.kind === 'roster') return <RosterProperties design={design} part={part} />
  return <TextProperties design={design} part={part} />
}

const TextProperties = ({ design: { actions }, part }: { readonly design: FormDesign; readonly part: Extract<FormPart, { readonly kind: 'text' }> }) => {
  const { t } = useTranslation()
  return <WordsPair label={t('design.text')} text={part.text} onText={(text) => text && actions.write(partWith(part, { text }))} long />
}

const HolderProperties = ({ design, design: { form, actions }, part }: { readonly design: FormDesign; readonly part: FormSection | GroupItem | MatrixItem }) => {
  const { t } = useTranslation()
  const write = (change: Readonly<Record<string, unknown>>): void => actions.write(partWith(part, change))
  const columned = 'kind' in part && part.kind === 'matrix' ? undefined : part
  return (
    <>
      <WordsPair label={t('design.title')} text={part.title} onText={(title) => title && write({ title })} />
      <WordsPair label={t('design.help')} text={part.help} onText={(help) => write({ help })} long />
      {columned && (
        <NativeSelect
          label={t('design.columns')}
          value={String(columned.columns ?? '')}
          onChange={(event) => write({ columns: event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value) })}
          data={[{ value: '', label: t('design.columns.usual') }, ...[1, 2, 3].map((count) => ({ value: String(count), label: t('design.note.columns', { count }) }))]}
          maw={200}
        />
      )}
      {form.kind === 'form' && !('kind' in part) && <AnchorProperty design={design} section={part} />}
    </>
  )
}

const FactProperties = ({ design: { actions, assembly }, part }: { readonly design: FormDesign; readonly part: FactItem }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const piece = assembly.pieces.get(part.fact)?.piece
  const write = (change: Readonly<Record<string, unknown>>): void => actions.write(partWith(part, change))
  return (
    <>
      {piece && <p className={classes['quiet']}>{t('design.computedBy')} <ElementLink element={{ kind: 'piece', id: piece.id }}>{read(piece.title)}</ElementLink></p>}
      <WordsPair label={t('design.wording')} text={part.label} usual={piece?.title} onText={(label) => write({ label })} />
      <WordsPair label={t('design.help')} text={part.help} onText={(help) => write({ help })} long />
    </>
  )
}

/** Which questions stand in the row of a member. */
const RosterProperties = ({ design: { actions, assembly }, part }: { readonly design: FormDesign; readonly part: RosterItem }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const asked = questionsWithin(part)
  const shown = (field: string, is: boolean): void => {
    const columns = asked.map((each) => each.field).filter((each) => (each === field ? is : part.columns.includes(each)))
    actions.write(partWith(part, { columns }))
  }
  return (
    <fieldset className={classes['pair']}>
      <legend>{t('design.rosterColumns')}</legend>
      {asked.length === 0 && <p className={classes['quiet']}>{t('design.rosterEmpty')}</p>}
      {asked.map((item) => <Checkbox key={item.field} label={read(labelOfField(assembly, item))} checked={part.columns.includes(item.field)} onChange={(event) => shown(item.field, event.currentTarget.checked)} />)}
    </fieldset>
  )
}
