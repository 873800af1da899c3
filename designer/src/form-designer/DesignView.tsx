import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useDeferredValue, useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExtensionName } from '@tieuchi/runtime'
import { FieldDialog } from '../draft/FieldDialog.tsx'
import { DragArea } from '../drag/DragArea.tsx'
import { formKey, keyOfPart, partsOf } from '../editor-store/commands/form-parts.ts'
import { wordsOfNew } from './design-words.ts'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { newField } from './new-parts.ts'
import { Palette } from './Palette.tsx'
import { keptPaletteEntries, paletteEntries, type PaletteEntry } from './palette-entries.ts'
import type { DraggedPart, DropPlace } from './part-drag.ts'
import { subjectIn } from './part-places.ts'
import type { CanvasRow } from './part-rows.ts'
import { PartFindings } from './PartFindings.tsx'
import { PartFinder } from './PartFinder.tsx'
import { PartProperties } from './PartProperties.tsx'
import { partOfEntry } from './parts-of-entry.ts'
import { PartTools } from './PartTools.tsx'
import { PartTree } from './PartTree.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useLatest } from '../ui/use-latest.ts'

interface DesignViewProps {
  readonly design: FormDesign
  readonly rows: readonly CanvasRow[]
  readonly writable: boolean
}

/** A question that is to be made: what it is called, and of which kind of a package where that was chosen. */
interface AskedNew {
  readonly label: string
  readonly kind?: ExtensionName
}

const panels = ['canvas', 'palette', 'properties'] as const
type Panel = (typeof panels)[number]

/** What can be put in on the left, the form in the middle, what is said of its parts on the right; on a phone one at a time. */
export const DesignView = ({ design, rows, writable }: DesignViewProps) => {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const [panel, setPanel] = useState<Panel>('canvas')
  const [asking, setAsking] = useState<AskedNew>()
  const input = useRef<HTMLInputElement>(null)
  const desk = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLElement>(null)
  const { actions, selection: { lead }, form, issues } = design
  const go = (to: Panel, focus: () => void): void => {
    setPanel(to)
    requestAnimationFrame(focus)
  }
  const toCanvas = (): void => go('canvas', () => desk.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus())
  const toPalette = (): void => go('palette', () => input.current?.focus())
  const toFinder = (): void => desk.current?.querySelector<HTMLElement>('[data-finder] input')?.focus()
  const toProperties = (): void => go('properties', () => focusProperties(desk.current, design.selection.keys.join(' ')))
  const add = (entry: PaletteEntry): void => {
    if (entry.kind === 'asked') return actions.select(entry.key)
    if (entry.kind === 'question') return setAsking({ label: '', kind: entry.of })
    const part = partOfEntry(design.assembly, entry, wordsOfNew)
    if (part && actions.insert([part]) && entry.kind === 'new' && entry.of !== 'roster') actions.rename(keyOfPart(part))
  }
  const drop = (dragged: unknown, onto: unknown): void => {
    const [what, place] = [dragged as DraggedPart, onto as DropPlace]
    if ('part' in what) return actions.move(design.selection.keys.includes(what.part) ? design.selection.keys : [what.part], place)
    const part = partOfEntry(design.assembly, what.entry, wordsOfNew)
    if (part) actions.insert([part], undefined, place)
  }
  useEscape(side, toCanvas)
  const addLatest = useLatest(add)
  const toCanvasLatest = useLatest(toCanvas)
  const askNew = useLatest((label: string) => setAsking({ label }))
  // Lists of what could be chosen may be seen a moment after what was done.
  const later = useDeferredValue(design)
  const entries = useKept(paletteEntries(later.assembly, later.form), keptPaletteEntries)
  const properties = useDeferredValue(design.selection)
  const found = partsOf(form).find(({ key }) => key === lead)
  return (
    <div ref={desk} className={classes['desk']} data-panel={narrow ? panel : undefined}>
      {narrow && <SegmentedControl fullWidth value={panel} onChange={(next) => setPanel(panels.find((each) => each === next) ?? 'canvas')} data={panels.filter((each) => each !== 'palette' || writable).map((value) => ({ value, label: t(`design.panel.${value}`) }))} className={classes['panels'] ?? ''} />}
      <DragArea onDrop={drop}>
        {writable && (
          <section className={classes['palette']} aria-label={t('design.palette')} data-show="palette">
            <Palette entries={entries} input={input} onAdd={addLatest} onNewQuestion={askNew} onLeave={toCanvasLatest} />
          </section>
        )}
        <section className={classes['canvas']} aria-label={t('design.panel.canvas')} data-show="canvas">
          <div className={classes['tools']}>
            {writable && <PartTools design={design} onDone={toCanvas} />}
            <span data-finder><PartFinder assembly={later.assembly} form={later.form} onGo={actions.select} /></span>
          </div>
          <PartFindings issues={issues.get(formKey) ?? []} writable={writable} />
          <PartTree design={design} rows={rows} writable={writable} onPalette={toPalette} onProperties={toProperties} onFind={toFinder} />
        </section>
      </DragArea>
      <section ref={side} className={classes['side']} aria-label={t('design.panel.properties')} data-properties={properties.keys.join(' ')} data-show="properties">
        <PartProperties design={design} selection={properties} writable={writable} />
      </section>
      {asking !== undefined && (
        <FieldDialog
          label={asking.label}
          {...(asking.kind !== undefined && { kind: asking.kind })}
          place={found ? subjectIn(found) : 'household'}
          onApply={(place, id, field, list) => {
            setAsking(undefined)
            if (place !== 'unit') actions.insert([newField(id)], { fields: { [place]: { [id]: field } }, ...(list && { lists: [list] }) })
            requestAnimationFrame(() => input.current?.focus())
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}

/** Goes to the first thing that can be said of what is selected, once that is shown. */
const focusProperties = (desk: HTMLElement | null, keys: string): void => {
  const side = desk?.querySelector<HTMLElement>('[data-properties]')
  if (!side) return
  if (side.dataset['properties'] === keys) side.querySelector<HTMLElement>(':is(input, textarea, button):not(:disabled)')?.focus()
  else requestAnimationFrame(() => focusProperties(desk, keys))
}

/** Escape leads back from the properties; in a field it first takes back what was typed there. */
const useEscape = (element: RefObject<HTMLElement | null>, leave: () => void): void => {
  const latest = useLatest(leave)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest()
    }
    const listened = element.current
    listened?.addEventListener('keydown', onKeyDown)
    return () => listened?.removeEventListener('keydown', onKeyDown)
  }, [element, latest])
}
