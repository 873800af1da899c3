import { choicesOf, type Assembly, type FormDocument, type FormItem, type Subject } from '@tieuchi/runtime'
import { formKey, holderKeyOf, isHolder, isSection, keyOfPart, partsOf, type FormPart, type FoundPart, type PartKey } from '../editor-store/commands/form-parts.ts'
import type { PartPlace } from '../editor-store/commands/form-commands.ts'

type Kind = 'section' | FormItem['kind']

export const kindOfPart = (part: FormPart): Kind => (isSection(part) ? 'section' : part.kind)

/** What stands directly in what, without regard to the questions themselves. */
const holds: Readonly<Record<'form' | Kind, readonly Kind[]>> = {
  form: ['section'],
  section: ['field', 'matrix', 'text', 'fact', 'attachment', 'group', 'roster'],
  group: ['field', 'matrix', 'text', 'fact', 'attachment'],
  roster: ['field', 'matrix', 'text', 'fact', 'attachment', 'group'],
  matrix: ['field'],
  field: [],
  text: [],
  fact: [],
  attachment: [],
}

/** Of whom the questions in a holder are asked. */
export const subjectIn = (found: FoundPart): Subject => ([...found.within, found.part].some((part) => kindOfPart(part) === 'roster') ? 'members' : 'household')

const fieldsOf = (part: FormPart): readonly string[] => {
  if ('kind' in part && part.kind === 'field') return [part.field]
  return isHolder(part) ? part.items.flatMap(fieldsOf) : []
}

const factsOf = (part: FormPart): readonly string[] => {
  if ('kind' in part && part.kind === 'fact') return [part.fact]
  return isHolder(part) ? part.items.flatMap(factsOf) : []
}

/** What is computed of each member is shown at members; what is computed of the household anywhere. */
const isOfSubject = (assembly: Assembly, part: FormPart, subject: Subject): boolean => {
  if (kindOfPart(part) === 'roster') return true
  if (subject === 'household' && factsOf(part).some((fact) => assembly.pieces.get(fact)?.piece.of === 'members')) return false
  return fieldsOf(part).every((field) => assembly.fields.get(field)?.place === subject)
}

/** The choices a table of questions is answered from; none while it is empty. */
const sameChoices = (assembly: Assembly, holder: FormPart, part: FormPart): boolean => {
  if (kindOfPart(holder) !== 'matrix') return true
  const choices = (field: string): string | undefined => {
    const schema = assembly.fields.get(field)?.schema
    return schema && choicesOf(schema)
  }
  const [first] = fieldsOf(holder)
  const own = fieldsOf(part).map(choices)
  return own.every((each) => each !== undefined && (first === undefined || each === choices(first)))
}

/** Whether parts may stand in a holder: by their kinds, by whom they are asked of, and one roster in a form. */
export const canHold = (assembly: Assembly, form: FormDocument, into: PartKey, parts: readonly FormPart[]): boolean => {
  if (into === formKey) return parts.every(isSection)
  const found = partsOf(form).find(({ key }) => key === into)
  if (!found) return false
  const subject = subjectIn(found)
  const others = partsOf(form).some(({ part, key }) => kindOfPart(part) === 'roster' && parts.every((each) => keyOfPart(each) !== key))
  return parts.every((part) => holds[kindOfPart(found.part)].includes(kindOfPart(part)) && isOfSubject(assembly, part, subject) && sameChoices(assembly, found.part, part) && (kindOfPart(part) !== 'roster' || !others))
}

const behind = (form: FormDocument, found: FoundPart): PartPlace => {
  const neighbours: readonly FormPart[] = found.within.at(-1)?.items ?? form.sections
  const next = neighbours[found.index + 1]
  return { into: holderKeyOf(found), ...(next && { before: keyOfPart(next) }) }
}

/**
 * Where new parts go: into what is selected or behind it, else behind what it stands in, else at the end of a section that
 * can hold them, nearest first. Undefined where no part of the form can.
 */
export const placeFor = (assembly: Assembly, form: FormDocument, lead: PartKey | undefined, parts: readonly FormPart[]): PartPlace | undefined => {
  const all = partsOf(form)
  const found = all.find(({ key }) => key === lead)
  if (parts.every(isSection)) {
    const section = found && all.find(({ key }) => key === keyOfPart(found.within[0] ?? found.part))
    return section ? behind(form, section) : { into: formKey }
  }
  const around = found ? [found, ...found.within.toReversed().flatMap((holder) => all.find(({ part }) => part === holder) ?? [])] : []
  for (const each of around) {
    if (isHolder(each.part) && canHold(assembly, form, each.key, parts)) return each === found || lead === undefined ? { into: each.key } : behindWithin(form, around, each)
  }
  const holder = all.findLast(({ part, key }) => isHolder(part) && kindOfPart(part) !== 'matrix' && kindOfPart(part) !== 'group' && canHold(assembly, form, key, parts))
  return holder && { into: holder.key }
}

/** Within a holder, behind the part of it that leads down to what is selected. */
const behindWithin = (form: FormDocument, around: readonly FoundPart[], holder: FoundPart): PartPlace => {
  const inner = around[around.indexOf(holder) - 1]
  return inner ? behind(form, inner) : { into: holder.key }
}

/** One step up or down: past the neighbour, or out of the holder and into the next one that can hold the parts. */
export const stepOf = (assembly: Assembly, form: FormDocument, keys: readonly PartKey[], down: boolean): PartPlace | undefined => {
  const all = partsOf(form)
  const moved = all.filter(({ key }) => keys.includes(key))
  const edge = down ? moved.at(-1) : moved[0]
  if (!edge) return undefined
  const parts = moved.map(({ part }) => part)
  const neighbours: readonly FormPart[] = edge.within.at(-1)?.items ?? form.sections
  const neighbour = neighbours[edge.index + (down ? 1 : -1)]
  if (neighbour) {
    const key = keyOfPart(neighbour)
    if (isHolder(neighbour) && canHold(assembly, form, key, parts)) {
      const first = neighbour.items[0]
      return { into: key, ...(down && first && { before: keyOfPart(first) }) }
    }
    const after = neighbours[edge.index + 2]
    return down ? { into: holderKeyOf(edge), ...(after && { before: keyOfPart(after) }) } : { into: holderKeyOf(edge), before: key }
  }
  return outOf(assembly, form, edge, parts, down)
}

const outOf = (assembly: Assembly, form: FormDocument, edge: FoundPart, parts: readonly FormPart[], down: boolean): PartPlace | undefined => {
  const holder = partsOf(form).find(({ part }) => part === edge.within.at(-1))
  if (!holder) return undefined
  if (isSection(holder.part)) {
    const other = form.sections[holder.index + (down ? 1 : -1)]
    if (!other || !canHold(assembly, form, keyOfPart(other), parts)) return undefined
    const first = other.items[0]
    return { into: keyOfPart(other), ...(down && first && { before: keyOfPart(first) }) }
  }
  const outside = holderKeyOf(holder)
  if (!canHold(assembly, form, outside, parts)) return undefined
  return down ? behind(form, holder) : { into: outside, before: holder.key }
}
