import { fieldsRead, householdItems, questionsWithin, type Assembly, type AssembledField, type CaseDocument, type FieldItem, type FormDocument, type RosterItem, type Text } from '@tieuchi/runtime'

/** The section of what the form does not ask and the rules read. */
export const besideForm = 'besideform'

const besideTitle: Text = { vi: 'Ngoài biểu mẫu', en: 'Beside the form' }
const allTitle: Text = { vi: 'Thông tin mà quy tắc đọc', en: 'What the rules read' }

/** Columns of a roster that no form lays out. */
const mostColumns = 3

/** Fields that a case already answers. */
const fieldsGiven = ({ household = {}, members = [], unit = {} }: CaseDocument['given']): readonly string[] =>
  [household, unit, ...members.map(({ id: _id, ...answers }) => answers)].flatMap(Object.keys)

/** The fields of one place that matter to a case: those the rules read or the case answers. */
const mattering = (assembly: Assembly, given: CaseDocument['given'], place: AssembledField['place']): readonly string[] => {
  const wanted = new Set([...fieldsRead(assembly), ...fieldsGiven(given)])
  return [...assembly.fields.values()].filter((field) => field.place === place && wanted.has(field.id)).map(({ id }) => id)
}

const item = (field: string): FieldItem => ({ kind: 'field', field })

const withMembers = (roster: RosterItem, more: readonly string[]): RosterItem => {
  const asked = questionsWithin(roster).map(({ field }) => field)
  return { ...roster, items: [...roster.items, ...more.filter((field) => !asked.includes(field)).map(item)] }
}

/**
 * The form of a release as officers fill it in, with the questions that it does not ask and the rules read behind it; of a release
 * without form those questions alone.
 */
export const benchForm = (assembly: Assembly, given: CaseDocument['given'], form: FormDocument | undefined): FormDocument => {
  const sections = form?.sections ?? []
  const asked = new Set((form ? householdItems(form) : []).map(({ field }) => field))
  const household = mattering(assembly, given, 'household').filter((field) => !asked.has(field))
  const members = mattering(assembly, given, 'members')
  const hasRoster = sections.some(({ items }) => items.some(({ kind }) => kind === 'roster'))
  const own = sections.map((section) => ({ ...section, items: section.items.map((each) => (each.kind === 'roster' ? withMembers(each, members) : each)) }))
  const ofMember = [...new Set([assembly.common.register.name, ...members])]
  // How many there are may matter even where nothing is asked of them.
  const wanted = !hasRoster && (members.length > 0 || form === undefined)
  const roster: readonly RosterItem[] = wanted ? [{ kind: 'roster', id: 'rosterbeside', items: ofMember.map(item), columns: ofMember.slice(0, mostColumns) }] : []
  const beside = [...household.map(item), ...roster]
  return {
    kind: 'form', id: form?.id ?? 'bench', title: form?.title ?? allTitle, ...(form?.checks && { checks: form.checks }),
    sections: beside.length === 0 && own.length > 0 ? own : [...own, { id: besideForm, title: form ? besideTitle : allTitle, items: beside }],
  }
}

/** The attributes of places that matter, as questions of one section. */
export const unitForm = (assembly: Assembly, given: CaseDocument['given']): FormDocument =>
  ({ kind: 'form', id: 'unit', title: besideTitle, sections: [{ id: 'unitanswers', title: besideTitle, items: mattering(assembly, given, 'unit').map(item) }] })

/** An assembly whose release has this form alone. */
export const withForm = (assembly: Assembly, form: FormDocument): Assembly => ({ ...assembly, release: { ...assembly.release, forms: [form] } })
