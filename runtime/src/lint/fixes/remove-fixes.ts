import type { FieldItem } from '../../documents/form-document.ts'
import type { Text } from '../../documents/text.ts'
import { editItems, pathName, placedAt, showing } from './edit-items.ts'
import { labelOf, naming } from './fix-words.ts'
import type { FixForm, FixSite, FormFix } from './form-fix.ts'

const fixed = (title: Text, form: FormFix['form'] | undefined): FormFix | undefined => form && { title, form }

const questionAt = ({ form, path }: FixSite): FieldItem | undefined => {
  const item = placedAt(form, path)?.item
  return item?.kind === 'field' ? item : undefined
}

const withoutItem = ({ form, path }: FixSite) => editItems(form, (item, at) => (at === pathName(path) ? [] : [item]))

/** Takes a question out that nothing reads; a check that speaks at it has something to say all the same, so then nothing is certain. */
export const removeQuestion: FixForm = (site) => {
  const question = questionAt(site)
  if (!question || site.form.checks?.some(({ field }) => field === question.field)) return undefined
  return fixed(naming('Bỏ câu hỏi', 'Remove the question', labelOf(site, question)), withoutItem(site))
}

/** Asks once what is asked twice. */
export const removeRepetition: FixForm = (site) => {
  const question = questionAt(site)
  return question && fixed(naming('Bỏ lần hỏi lặp lại', 'Remove the repetition of', labelOf(site, question)), withoutItem(site))
}

export const removeEmptyPart: FixForm = (site) => {
  const { form, path } = site
  const section = path.length === 2 ? form.sections[Number(path[1])] : undefined
  if (section) {
    const title = naming('Bỏ phần', 'Remove the section', section.title)
    return form.sections.length > 1 ? { title, form: { ...form, sections: form.sections.filter((each) => each !== section) } } : undefined
  }
  const group = placedAt(form, path)?.item
  return group?.kind === 'group' ? fixed(naming('Bỏ nhóm', 'Remove the group', group.title), withoutItem(site)) : undefined
}

export const removeCheck: FixForm = ({ form, path }) => {
  const { checks = [], ...rest } = form
  const check = checks[Number(path[1])]
  if (!check) return undefined
  const others = checks.filter((each) => each !== check)
  return { title: naming('Bỏ kiểm tra', 'Remove the check', check.message), form: { ...rest, ...(others.length > 0 && { checks: others }) } }
}

/** Drops a column of the members that nobody asks for. */
export const removeColumn: FixForm = ({ documents, form, path }) => {
  const [place, index] = [path.slice(0, -2), Number(path.at(-1))]
  const roster = placedAt(form, place)?.item
  const field = roster?.kind === 'roster' ? roster.columns[index] : undefined
  if (field === undefined) return undefined
  const title = naming('Bỏ cột', 'Remove the column', labelOf({ documents }, { kind: 'field', field }))
  return fixed(title, editItems(form, (item, at) => (at === pathName(place) && item.kind === 'roster' ? [showing(item, item.columns.filter((_column, each) => each !== index))] : [item])))
}

/** Puts a question behind the table of questions it does not fit in; where the table can be hidden, it would be hidden no more. */
export const takeOutOfMatrix: FixForm = (site) => {
  const [question, place] = [questionAt(site), site.path.slice(0, -2)]
  const matrix = placedAt(site.form, place)?.item
  if (!question || matrix?.kind !== 'matrix' || matrix.visible) return undefined
  const [at, around] = [pathName(site.path), pathName(place)]
  return fixed(naming('Đưa ra ngoài bảng:', 'Move out of the table:', labelOf(site, question)), editItems(site.form, (item, path) => {
    if (path === at) return []
    return path === around ? [item, question] : [item]
  }))
}
