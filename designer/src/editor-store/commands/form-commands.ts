import { questionsWithin, type DraftDocument, type FormCheck, type FormDocument, type GroupItem, type RosterItem, type Text } from '@tieuchi/runtime'
import { withAlong, type Along } from './along.ts'
import { changeParts, formKey, isHolder, keyOfPart, partsOf, type FormPart, type PartKey } from './form-parts.ts'

/** What comes with parts of a form: what they need, and the checks of their questions. */
export interface FormAlong extends Along {
  readonly checks?: readonly FormCheck[]
}

/** Where parts stand: in which holder, in front of which part; behind all where it names none. */
export interface PartPlace {
  readonly into: PartKey
  readonly before?: PartKey
}

export interface FormCommands {
  readonly 'form.add': { readonly form: FormDocument; readonly along?: FormAlong }
  readonly 'form.remove': { readonly id: string }
  readonly 'form.title': { readonly form: string; readonly title: Text }
  /** The whole form as it is from now on: written as text, or imported. */
  readonly 'form.replace': { readonly form: FormDocument; readonly along?: FormAlong }
  readonly 'form.insert': PartPlace & { readonly form: string; readonly parts: readonly FormPart[]; readonly along?: FormAlong }
  /** Parts as they are from now on, each by the name it has. */
  readonly 'form.write': { readonly form: string; readonly parts: Readonly<Record<PartKey, FormPart>> }
  readonly 'form.move': PartPlace & { readonly form: string; readonly parts: readonly PartKey[] }
  /** Parts of one holder under a heading of their own, where the first of them stood. */
  readonly 'form.group': { readonly form: string; readonly group: GroupItem; readonly parts: readonly PartKey[] }
  /** What stands in a group stands in its place from now on. */
  readonly 'form.ungroup': { readonly form: string; readonly group: PartKey }
  /** With everything in them, and with the checks of the questions that go. */
  readonly 'form.take': { readonly form: string; readonly parts: readonly PartKey[] }
  /** A check as it is from now on; a new one comes behind all. */
  readonly 'form.check.put': { readonly form: string; readonly check: FormCheck; readonly along?: FormAlong }
  readonly 'form.check.remove': { readonly form: string; readonly id: string }
}

type Args<Name extends keyof FormCommands> = FormCommands[Name]

const withForms = (document: DraftDocument, change: (forms: readonly FormDocument[]) => readonly FormDocument[]): DraftDocument => {
  const forms = change(document.release.forms)
  return { ...document, release: { ...document.release, forms } }
}

const inForm = (document: DraftDocument, id: string, change: (form: FormDocument) => FormDocument): DraftDocument => {
  const form = document.release.forms.find((each) => each.id === id)
  const next = form && change(form)
  return next === form ? document : withForms(document, (forms) => forms.map((each) => (each === form && next ? next : each)))
}

const withFormAlong = (document: DraftDocument, { checks: _checks, ...along }: FormAlong = {}): DraftDocument => withAlong(document, '', along)

const putAt = (parts: readonly FormPart[], added: readonly FormPart[], before: PartKey | undefined): readonly FormPart[] => {
  const at = parts.findIndex((part) => keyOfPart(part) === before)
  return parts.toSpliced(at === -1 ? parts.length : at, 0, ...added)
}

const withChecks = (form: FormDocument, checks: readonly FormCheck[]): FormDocument => {
  const { checks: _before, ...rest } = form
  return checks.length > 0 ? { ...rest, checks } : rest
}

/** The row of a member shows nothing that is no longer asked of members; a roster that showed nothing shows its first question. */
const withRows = (form: FormDocument): FormDocument =>
  changeParts(form, (parts) => parts.map((part) => ('kind' in part && part.kind === 'roster' ? withRow(part) : part)))

const withRow = (roster: RosterItem): RosterItem => {
  const asked = questionsWithin(roster).map(({ field }) => field)
  const shown = roster.columns.filter((field) => asked.includes(field))
  const columns = shown.length === 0 ? asked.slice(0, 1) : shown
  return columns.length === roster.columns.length && shown.length === columns.length ? roster : { ...roster, columns }
}

const insert = (document: DraftDocument, { form: id, parts: added, into, before, along }: Args<'form.insert'>): DraftDocument => {
  const next = inForm(document, id, (form) => {
    const put = changeParts(form, (parts, holder) => (holder === into ? putAt(parts, added, before) : parts))
    return put === form ? form : withRows(along?.checks ? withChecks(put, [...(put.checks ?? []), ...along.checks]) : put)
  })
  return next === document ? document : withFormAlong(next, along)
}

/** Parts that stand in a part that goes along go with it. */
const outermost = (form: FormDocument, keys: readonly PartKey[]): readonly FormPart[] =>
  partsOf(form).filter(({ key, within }) => keys.includes(key) && !within.some((holder) => keys.includes(keyOfPart(holder)))).map(({ part }) => part)

const without = (form: FormDocument, keys: readonly PartKey[]): FormDocument => changeParts(form, (parts) => (parts.some((part) => keys.includes(keyOfPart(part))) ? parts.filter((part) => !keys.includes(keyOfPart(part))) : parts))

const move = (document: DraftDocument, { form: id, parts: keys, into, before }: Args<'form.move'>): DraftDocument =>
  inForm(document, id, (form) => {
    const moved = outermost(form, keys)
    const inside = partsOf(form).some(({ key, within }) => key === into && [...within.map(keyOfPart), key].some((each) => keys.includes(each)))
    if (moved.length === 0 || inside || (into !== formKey && partsOf(form).every(({ key }) => key !== into))) return form
    const front = keys.includes(before ?? '') ? nextStaying(form, before ?? '', keys) : before
    const next = withRows(changeParts(without(form, keys), (parts, holder) => (holder === into ? putAt(parts, moved, front) : parts)))
    return sameOrder(form, next) ? form : next
  })

/** Of what moves away itself, the next neighbour that stays is meant. */
const nextStaying = (form: FormDocument, before: PartKey, keys: readonly PartKey[]): PartKey | undefined => {
  const own = partsOf(form).find(({ key }) => key === before)
  const neighbours = own ? (own.within.at(-1)?.items ?? form.sections) : []
  return neighbours.slice((own?.index ?? 0) + 1).map(keyOfPart).find((key) => !keys.includes(key))
}

const sameOrder = (a: FormDocument, b: FormDocument): boolean => {
  const order = (form: FormDocument) => partsOf(form).map((part) => `${part.key} ${part.within.map(keyOfPart).join('>')}`).join('\n')
  return order(a) === order(b)
}

const group = (document: DraftDocument, { form: id, group: added, parts: keys }: Args<'form.group'>): DraftDocument =>
  inForm(document, id, (form) => changeParts(form, (parts, holder) => {
    if (holder === keyOfPart(added)) return parts
    const own = parts.filter((part) => keys.includes(keyOfPart(part)))
    const first = parts.findIndex((part) => keys.includes(keyOfPart(part)))
    if (own.length !== keys.length || first === -1) return parts
    return parts.flatMap((part, index): readonly FormPart[] => (index === first ? [{ ...added, items: own as GroupItem['items'] }] : own.includes(part) ? [] : [part]))
  }))

const ungroup = (document: DraftDocument, { form: id, group: key }: Args<'form.ungroup'>): DraftDocument =>
  inForm(document, id, (form) => changeParts(form, (parts) => (parts.some((part) => keyOfPart(part) === key) ? parts.flatMap((part): readonly FormPart[] => (keyOfPart(part) === key && isHolder(part) ? part.items : [part])) : parts)))

const take = (document: DraftDocument, { form: id, parts: keys }: Args<'form.take'>): DraftDocument =>
  inForm(document, id, (form) => {
    const left = without(form, keys)
    if (left === form) return form
    const fieldsIn = (each: FormDocument) => partsOf(each).flatMap(({ part }) => ('kind' in part && part.kind === 'field' ? [part.field] : []))
    const staying = new Set(fieldsIn(left))
    const gone = new Set(fieldsIn(form).filter((field) => !staying.has(field)))
    const checks = form.checks?.filter(({ field }) => !gone.has(field))
    return withRows(checks && checks.length !== form.checks?.length ? withChecks(left, checks) : left)
  })

const write = (document: DraftDocument, { form: id, parts: written }: Args<'form.write'>): DraftDocument =>
  inForm(document, id, (form) => changeParts(form, (parts) => parts.map((part) => (Object.hasOwn(written, keyOfPart(part)) ? (written[keyOfPart(part)] ?? part) : part))))

export const formCommands = {
  'form.add': (document: DraftDocument, { form, along }: Args<'form.add'>) => withFormAlong(withForms(document, (forms) => [...forms, form]), along),
  'form.remove': (document: DraftDocument, { id }: Args<'form.remove'>) => withForms(document, (forms) => forms.filter((form) => form.id !== id)),
  'form.title': (document: DraftDocument, { form: id, title }: Args<'form.title'>) => inForm(document, id, (form) => ({ ...form, title })),
  'form.replace': (document: DraftDocument, { form, along }: Args<'form.replace'>) => withFormAlong(inForm(document, form.id, () => form), along),
  'form.insert': insert,
  'form.write': write,
  'form.move': move,
  'form.group': group,
  'form.ungroup': ungroup,
  'form.take': take,
  'form.check.put': (document: DraftDocument, { form: id, check, along }: Args<'form.check.put'>) =>
    withFormAlong(inForm(document, id, (form) => {
      const checks = form.checks ?? []
      return withChecks(form, checks.some((each) => each.id === check.id) ? checks.map((each) => (each.id === check.id ? check : each)) : [...checks, check])
    }), along),
  'form.check.remove': (document: DraftDocument, { form: id, id: check }: Args<'form.check.remove'>) => inForm(document, id, (form) => withChecks(form, (form.checks ?? []).filter((each) => each.id !== check))),
} as const
