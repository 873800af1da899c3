import type { CommonDocument, Release } from '@tieuchi/runtime'

/** Takes any part of a document by its names, ids and numbers; a test's own tool, so it does not guard. */
// oxlint-disable-next-line typescript/no-explicit-any -- documents are edited blindly here, as an editor of JSON would
export type Loose = any

const at = (list: Loose, id: string): Loose => list.find((item: Loose) => item.id === id || item.field === id || item.code === id)
const table = (release: Loose): Loose => at(release.logic, 'classification')
const rules = (release: Loose): Loose => at(release.logic, 'deprivations').rules
const fact = (release: Loose, id: string): Loose => at(release.logic, id)
const sections = (release: Loose): Loose => release.forms[0].sections
const members = (release: Loose): Loose => sections(release)[1].items[0]
const checks = (release: Loose): Loose => release.forms[0].checks
const list = (common: Loose, id: string): Loose => at(common.lists, id)
const household = (common: Loose): Loose => common.dictionary.properties.household.properties
const drop = (items: Loose, id: string): void => void items.splice(items.indexOf(at(items, id)), 1)
const both = (vi: string, en: string) => ({ vi, en })

type Edits<T> = Readonly<Record<string, (document: Loose & T) => void>>

/** Single edits to the standard of 2026, each by what its author did. */
export const releaseEdits: Edits<Release> = {
  'renames the release': (r) => { r.title = both('Chuẩn nghèo 2026 (sửa đổi)', 'Poverty standard of 2026 (amended)') },
  'begins a draft, whose summary is not written yet': (r) => { r.changelog = both('', '') },
  'rewrites the summary': (r) => { r.changelog = both('Nâng chuẩn thu nhập.', 'Income lines raised.') },
  'makes it the law of one unit': (r) => { r.scope = { unit: '31' } },
  'adds a legal basis': (r) => { r.legal_basis.push({ document: '30/2026/NĐ-CP', article: '2' }) },
  'drops a legal basis': (r) => { r.legal_basis.pop() },
  'puts the second legal basis first': (r) => { r.legal_basis.splice(0, 2, r.legal_basis[1], r.legal_basis[0]) },
  'raises the line of the countryside': (r) => { r.parameters.income_line.values.rural = 2_200_000 },
  'drops the line of towns': (r) => { delete r.parameters.income_line.values.urban },
  'has one line for all areas': (r) => { delete r.parameters.income_line.by; delete r.parameters.income_line.values; r.parameters.income_line.value = 2_000_000 },
  'leaves a value open': (r) => { delete r.parameters.average_line.by; delete r.parameters.average_line.values },
  'changes a count': (r) => { r.parameters.min_deprivations.value = 4 },
  'changes an age': (r) => { r.parameters.insurance_from_age.value = 7 },
  'changes a share': (r) => { r.parameters.dependents_max_share.value = 0.6 },
  'measures an age in months': (r) => { r.parameters.insurance_from_age.unit = 'months' },
  'renames a value': (r) => { r.parameters.income_line.title = both('Chuẩn thu nhập bình quân', 'Average income line') },
  'corrects the English of a title': (r) => { r.parameters.income_line.title.en = 'Line of income' },
  'cites another article': (r) => { r.parameters.income_line.citation = { document: '351/2025/NĐ-CP', article: '4' } },
  'lowers the certainty of a value': (r) => { r.parameters.income_line.certainty = 'assumed'; delete r.parameters.income_line.confirmed },
  'compares a value with the text': (r) => { r.parameters.income_line.confirmed = '2026-12-01' },
  'notes something at a value': (r) => { r.parameters.income_line.note = both('Đang chờ hướng dẫn.', 'Guidance is awaited.') },
  'lets units change a value freely': (r) => { r.parameters.income_line.overridable = true },
  'adds a value': (r) => { r.parameters.elderly_from_age = { title: both('Tuổi người cao tuổi', 'Age of the elderly'), unit: 'years', value: 60, certainty: 'known' } },
  'adds a value that is assumed': (r) => { r.parameters.elderly_from_age = { title: both('Tuổi người cao tuổi', 'Age of the elderly'), unit: 'years', value: 60, certainty: 'assumed' } },
  'drops a value': (r) => { delete r.parameters.floor_area_min },
  'adds a rule': (r) => { rules(r).push({ id: 'electricity', title: both('Thiếu hụt nguồn điện', 'Deprived of electricity'), conditions: { id: 'qqqqqqqqqq', fact: 'internet_users', operator: 'lessThan', value: 1 }, event: { type: 'deprived' } }) },
  'drops a rule': (r) => drop(rules(r), 'info_means'),
  'moves a rule to the beginning': (r) => { rules(r).unshift(rules(r).pop()) },
  'renames a rule': (r) => { rules(r)[0].title = both('Thiếu hụt về việc làm', 'Deprived of work') },
  'changes the threshold of a rule': (r) => { rules(r)[0].conditions.all[0].value = 1 },
  'adds a condition to a rule': (r) => { rules(r)[0].conditions.all.push({ id: 'wwwwwwwwww', fact: 'member_count', operator: 'greaterThan', value: 1 }) },
  'drops a condition of a count': (r) => { fact(r, 'children_out_of_level').value.where.all.pop() },
  'lets one of two conditions suffice': (r) => { const { where } = fact(r, 'uninsured_members').value; where.any = where.all; delete where.all },
  'changes what a rule records': (r) => { rules(r)[0].event.params.indicator = 'work' },
  'changes the certainty of a rule': (r) => { rules(r)[0].certainty = 'known' },
  'changes a calculation': (r) => { fact(r, 'floor_area_per_person').value = { divide: [{ fact: 'floor_area' }, { fact: 'internet_users' }] } },
  'rounds a calculation': (r) => { const each = fact(r, 'floor_area_per_person'); each.value = { round: each.value, mode: 'half_up', unit: 0.1 } },
  'counts another answer': (r) => { fact(r, 'internet_users').value.where.value = false },
  'counts all members': (r) => { delete fact(r, 'internet_users').value.where },
  'writes a figure in another unit': (r) => { fact(r, 'internet_users').unit = 'percent' },
  'adds a calculation': (r) => { r.logic.push({ kind: 'fact', id: 'area_of_all', title: both('Diện tích gấp đôi', 'Twice the floor area'), unit: 'm2', value: { multiply: [{ fact: 'floor_area' }, 2] } }) },
  'drops a calculation': (r) => drop(r.logic, 'internet_users'),
  'adds a shared condition': (r) => { r.logic.push({ kind: 'condition', id: 'online', title: both('Hộ có dùng internet', 'Household online'), conditions: { id: 'zzzzzzzzzz', fact: 'internet_users', operator: 'greaterThan', value: 0 } }) },
  'adds a row': (r) => { table(r).rows.splice(3, 0, { id: 'eeeeeeeeee', when: [{ equal: 'score' }, null, null, { lessThan: 100 }, null], then: ['poor'] }) },
  'drops a row': (r) => { table(r).rows.splice(4, 1) },
  'moves the first row to the end': (r) => { table(r).rows.push(table(r).rows.shift()) },
  'changes a cell': (r) => { table(r).rows[0].when[2] = { greaterThanInclusive: 2 } },
  'fills an empty cell': (r) => { table(r).rows[1].when[2] = { greaterThan: 0 } },
  'empties a cell': (r) => { table(r).rows[0].when[2] = null },
  'changes a result': (r) => { table(r).rows[1].then[0] = 'average' },
  'adds a column': (r) => { table(r).inputs.push('member_count'); for (const row of table(r).rows) row.when.push(null) },
  'drops a column': (r) => { table(r).inputs.splice(2, 1); for (const row of table(r).rows) row.when.splice(2, 1) },
  'swaps the last two columns': (r) => { table(r).inputs.push(table(r).inputs.splice(3, 1)[0]); for (const row of table(r).rows) row.when.push(row.when.splice(3, 1)[0]) },
  'demands that only one row holds': (r) => { table(r).hit = 'unique' },
  'cites another article for a row': (r) => { table(r).rows[0].citation = { document: '351/2025/NĐ-CP' } },
  'takes the result from elsewhere': (r) => { fact(r, 'class').from = 'deprivation_count' },
  'adds a section to the form': (r) => { sections(r).push({ id: 'rrrrrrrrrr', title: both('Ghi chú của cán bộ', 'Notes of the officer'), items: [] }) },
  'moves a section forward': (r) => { sections(r).splice(1, 0, sections(r).splice(2, 1)[0]) },
  'explains a section': (r) => { sections(r)[0].help = both('Ghi theo sổ hộ.', 'As in the register.') },
  'drops a question': (r) => drop(sections(r)[0].items, 'income_points'),
  'adds a question about members': (r) => { members(r).items.push({ kind: 'field', field: 'village' }) },
  'moves a question to the beginning': (r) => { sections(r)[0].items.unshift(sections(r)[0].items.pop()) },
  'takes an answer over from the register': (r) => { at(sections(r)[0].items, 'income_points').prefill = true },
  'shows a question on a condition': (r) => { at(sections(r)[0].items, 'income_points').visible = { id: 'tttttttttt', fact: 'income_method', operator: 'equal', value: 'score' } },
  'shows a question to others': (r) => { at(members(r).items, 'health_insurance').visible.value = 18 },
  'always shows a question': (r) => { delete at(members(r).items, 'health_insurance').visible },
  'shows one more column of members': (r) => { members(r).columns.push('ethnicity') },
  'makes a check soft': (r) => { checks(r)[0].severity = 'soft' },
  'rewrites the message of a check': (r) => { checks(r)[0].message = both('Hãy thêm thành viên.', 'Add a member.') },
  'drops a check': (r) => { checks(r).splice(2, 1) },
  'changes what is checked': (r) => { checks(r)[0].conditions.value = 2 },
  'adds a form': (r) => { r.forms.push({ kind: 'form', id: 'short', title: both('Phiếu rút gọn', 'Short form'), sections: [] }) },
  'adds a worked case': (r) => { r.cases.push({ ...structuredClone(r.cases[0]), id: 'yyyyyyyyyy', title: both('Hộ một người', 'A household of one') }) },
  'drops a worked case': (r) => { r.cases.shift() },
  'expects another result': (r) => { r.cases[0].expect.class = 'near_poor' },
  'judges a case on another day': (r) => { r.cases[0].at = '2026-07-01' },
  'changes the answers of a case': (r) => { r.cases[0].given.household.income_per_person = 1 },
}

/** Single edits to dictionary, lists and shared facts. */
export const commonEdits: Edits<CommonDocument> = {
  'adds an entry': (c) => { list(c, 'toilet_type').entries.push({ code: 'dry', title: both('Khô, hợp vệ sinh', 'Dry, hygienic') }) },
  'ends an entry': (c) => { list(c, 'toilet_type').entries[0].valid_to = '2026-12-31' },
  'renames an entry': (c) => { list(c, 'area_type').entries[0].title = both('Vùng nông thôn', 'Rural area') },
  'changes the colour of an entry': (c) => { list(c, 'poverty_class').entries[0].tone = 'grey' },
  'moves an entry to the beginning': (c) => { list(c, 'toilet_type').entries.unshift(list(c, 'toilet_type').entries.pop()) },
  'adds a list': (c) => { c.lists.push({ kind: 'list', id: 'fuel', title: both('Chất đốt', 'Fuel'), entries: [] }) },
  'adds a question': (c) => { household(c).has_power = { type: 'boolean', 'x-label': both('Có điện lưới', 'Connected to the grid') } },
  'rewords a question': (c) => { household(c).floor_area['x-label'] = both('Tổng diện tích nhà ở', 'Whole floor area') },
  'limits an answer': (c) => { household(c).floor_area.maximum = 1000 },
  'asks only where it applies': (c) => { household(c).floor_area.applies = { id: 'uuuuuuuuuu', fact: 'income_method', operator: 'equal', value: 'score' } },
  'changes a shared calculation': (c) => { at(c.facts, 'member_count').value = { count: 'members', where: { id: 'vvvvvvvvvv', fact: 'health_insurance', operator: 'equal', value: true } } },
  'finds the household by another question': (c) => { c.register.name = 'personal_number' },
}
