import type { Condition } from '../../documents/condition-document.ts'
import type { ContainerItem, FieldItem, FormDocument, FormItem, FormSection } from '../../documents/form-document.ts'
import { questionsOf, type PlacedItem } from '../../form/form-items.ts'
import { laterReads, namesRead } from '../later-reads.ts'
import type { Path } from '../path.ts'
import { editItems, pathName, placedAt } from './edit-items.ts'
import { labelOf, naming } from './fix-words.ts'
import type { FixForm } from './form-fix.ts'

type Holder = FormSection | ContainerItem

/** A part on the way to a question: itself, where it is, and what it stands in. */
interface Step {
  readonly part: Holder | FormItem
  readonly path: Path
  readonly within: readonly Holder[]
}

const stepsTo = ({ item, path, within }: PlacedItem): readonly Step[] =>
  [...within, item].map((part, index) => ({ part, path: path.slice(0, 2 + 2 * index), within: within.slice(0, index) }))

const isItem = (part: Holder | FormItem): part is FormItem => 'kind' in part

const visibleOf = (part: Holder | FormItem): Condition | undefined => ('visible' in part ? part.visible : undefined)

/** Where a question has to stand so that the part that reads it comes behind: before it, and outside what cannot hold it. */
const targetFor = (reader: PlacedItem, moved: PlacedItem<FieldItem>): Step | undefined => {
  const steps = stepsTo(reader)
  const reads = steps.findIndex(({ part }) => {
    const visible = visibleOf(part)
    return visible !== undefined && namesRead(visible, reader.of).includes(moved.item.field)
  })
  const outside = steps.findIndex(({ part }) => isItem(part) && ((part.kind === 'roster' && moved.of === 'household') || (part.kind === 'matrix' && !moved.within.includes(part))))
  const target = steps[outside === -1 ? reads : Math.min(outside, reads)]
  return reads !== -1 && target && isItem(target.part) ? target : undefined
}

const conditionsOf = (holders: readonly Holder[]): readonly Condition[] => holders.flatMap((holder) => visibleOf(holder) ?? [])

/** Whether a question is shown in the new place when it was in the old one. */
const staysShown = (target: Step, { within }: PlacedItem): boolean => {
  const [before, after] = [conditionsOf(within), conditionsOf(target.within)]
  return before.length === after.length && before.every((condition, index) => condition === after[index])
}

const isOfRoster = ({ within }: Step): boolean => within.some((holder) => isItem(holder) && holder.kind === 'roster')

const moved = (form: FormDocument, from: PlacedItem<FieldItem>, target: Step): FormDocument | undefined => {
  const [there, here] = [pathName(from.path), pathName(target.path)]
  return editItems(form, (item, path) => {
    if (path === there) return []
    return path === here ? [from.item, item] : [item]
  })
}

/** Asks a question before the one that is shown by its answer, where neither is hidden otherwise then and nothing else is read ahead. */
export const moveUp: FixForm = (site) => {
  const { form, path, params } = site
  const asked = questionsOf(form)
  const reader = placedAt(form, path)
  const question = asked.find(({ item }) => item.field === params['later'])
  const target = reader && question && targetFor(reader, question)
  if (!target || isOfRoster(target) !== (question.of === 'members') || !staysShown(target, question)) return undefined
  const after = moved(form, question, target)
  if (!after || laterReads(questionsOf(after)).length >= laterReads(asked).length) return undefined
  return { title: naming('Đưa lên trước:', 'Move up:', labelOf(site, question.item)), form: after }
}
