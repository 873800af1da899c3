import { canonicalJson, columnTitle, leafColumns, type Certainty, type Citation, type LeafColumn, type LogicPiece, type Release, type ReportDocument, type Rule, type RulesPiece, type Text } from '@tieuchi/runtime'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { saved } from './author.ts'

/** The law of 2027 as an official writes it into a draft that began as the release before: everything by the editors. */

type Releases = readonly [before: Release, after: Release]

interface Source {
  readonly citation?: Citation
  readonly certainty?: Certainty
  readonly note?: Text
}

const certaintyWords = { seen: 'đã đối chiếu văn bản', known: 'đã biết, chưa đối chiếu văn bản', assumed: 'tạm áp dụng', open: 'chưa xác định được' } as const

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)
const sourceOf = ({ citation, certainty, note }: Source): Source => ({ ...(citation && { citation }), ...(certainty && { certainty }), ...(note && { note }) })

/** Writes a field and leaves it; one that says it already is left alone. */
const write = async (within: Locator, label: string, before = '', after = ''): Promise<void> => {
  if (before === after) return
  const field = within.getByRole('textbox', { name: label, exact: true }).or(within.getByRole('combobox', { name: label, exact: true }))
  await field.fill(after)
  await field.press('Tab')
}

/** What something rests on, how sure that is and what is to be known about it, where these are others than before. */
export const writeSource = async (within: Locator, before: Source, after: Source): Promise<void> => {
  await write(within, 'Số văn bản', before.citation?.document, after.citation?.document)
  await write(within, 'Điều', before.citation?.article, after.citation?.article)
  await write(within, 'Khoản, mục, phụ lục', before.citation?.item, after.citation?.item)
  if (after.certainty && after.certainty !== before.certainty) await within.getByLabel('Mức độ chắc chắn').selectOption({ label: certaintyWords[after.certainty] })
  await write(within, 'Ghi chú', before.note?.vi, after.note?.vi)
}

/** What each parameter rests on and how sure it is; the one whose values change is `written` already. */
export const writeParameters = async (author: Page, [before, after]: Releases, written: string): Promise<void> => {
  await author.getByRole('tab', { name: 'Tham số' }).click()
  for (const [id, next] of Object.entries(after.parameters)) {
    const old = before.parameters[id]
    if (!old || id === written || same(old, next)) continue
    await author.getByRole('button', { name: `Sửa “${next.title.vi}”` }).click()
    const dialog = author.getByRole('dialog')
    await writeSource(dialog, old, next)
    if (old.confirmed !== undefined && next.confirmed === undefined) await dialog.getByRole('button', { name: 'Bỏ ngày đối chiếu' }).click()
    await dialog.getByRole('button', { name: 'Xong' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
}

/** The question that the new indicator asks. */
export const addQuestion = async (author: Page): Promise<void> => {
  const dialog = author.getByRole('dialog')
  await author.getByRole('tab', { name: 'Từ điển' }).click()
  await author.getByRole('button', { name: 'Thêm câu hỏi' }).first().click()
  await dialog.getByRole('textbox', { name: 'Câu hỏi', exact: true }).fill('Đạt yêu cầu về xử lý rác thải sinh hoạt (chuẩn 2027–2030)')
  await dialog.getByLabel('Mã câu hỏi').fill('domestic_waste_handled')
  await dialog.getByRole('button', { name: 'Thêm câu hỏi' }).click()
  await author.getByText('bản nháp này thêm').waitFor()
  await saved(author)
  await expectAccessible(author, 'dictionary')
}

const kindWords = { fact: 'cách tính', table: 'bảng', rules: 'nhóm quy tắc', condition: 'điều kiện dùng chung', outcome: 'kết quả', entitlement: 'quyền lợi' } as const

const openPiece = async (author: Page, { kind, title }: LogicPiece): Promise<void> => {
  await author.getByRole('tab', { name: 'Quy tắc' }).click()
  const back = author.getByRole('link', { name: 'Quy tắc', exact: true })
  if (await back.count() > 0) await back.click()
  await author.getByRole('heading', { name: `${title.vi} ${kindWords[kind]}`, exact: true }).getByRole('link').click()
}

const fromMenu = async (author: Page, card: Locator, title: string, item: string): Promise<void> => {
  await card.getByRole('button', { name: `Việc với “${title}”` }).click()
  await author.getByRole('menuitem', { name: item }).press('Enter')
}

/** The new rule with its one condition, in front of the rule it stands before. */
const addRule = async (author: Page, rule: Rule): Promise<void> => {
  await author.getByRole('button', { name: 'Thêm quy tắc' }).click()
  await author.keyboard.type(rule.title.vi)
  await author.keyboard.press('Enter')
  const card = author.locator('[data-rule]').last()
  await card.getByRole('button', { name: `Thu gọn “${rule.title.vi}”` }).waitFor()
  await card.getByRole('button', { name: 'Thêm điều kiện', exact: true }).click()
  await author.keyboard.type('rac thai')
  await author.keyboard.press('Enter')
  await author.locator('[aria-label="Giá trị"]:focus').waitFor()
  await author.keyboard.type('kh')
  await author.keyboard.press('Enter')
  await author.getByText('Thiếu hụt xử lý rác thải sinh hoạt khi không đạt yêu cầu về xử lý rác thải sinh hoạt (chuẩn 2027–2030).', { exact: true }).waitFor()
  await card.getByLabel('Được tính là (Chỉ số thiếu hụt)').selectOption({ label: 'Xử lý rác thải sinh hoạt' })
  await writeSource(card, {}, rule)
  await fromMenu(author, card, rule.title.vi, 'Chuyển lên')
}

const writeRules = async (author: Page, before: RulesPiece, after: RulesPiece): Promise<void> => {
  for (const rule of before.rules) {
    const card = author.locator(`[data-rule="${rule.id}"]`)
    const next = after.rules.find(({ id }) => id === rule.id)
    if (!next) {
      await fromMenu(author, card, rule.title.vi, 'Xoá quy tắc')
      await card.waitFor({ state: 'detached' })
    } else if (!same(sourceOf(rule), sourceOf(next))) {
      await card.getByRole('button', { name: `Sửa “${rule.title.vi}”` }).click()
      await writeSource(card, rule, next)
    }
  }
  for (const rule of after.rules) if (!before.rules.some(({ id }) => id === rule.id)) await addRule(author, rule)
}

/** The columns of the table that decides, once it asks whether the law sets a value. */
const columns = ['method', 'income', 'deprivations', 'points', 'needs', 'established', 'class', 'citation', 'certainty', 'note'] as const
type Column = (typeof columns)[number]

const cell = (author: Page, row: number, column: Column): Locator => author.locator(`tr[data-place="${row - 1}"] [data-column="${columns.indexOf(column)}"]`)

const writeCell = async (author: Page, row: number, column: Column, text: string): Promise<void> => {
  await cell(author, row, column).click()
  await author.keyboard.type(text.slice(0, 1))
  await author.keyboard.insertText(text.slice(1))
  await author.keyboard.press('Enter')
}

/** The table that decides: a column that asks whether the law sets a value, a row for when it does not, and the new basis. */
const writeTable = async (author: Page, note: string): Promise<void> => {
  await author.getByRole('button', { name: 'Thêm cột' }).click()
  const dialog = author.getByRole('dialog')
  await dialog.getByText('Mức đã quy định', { exact: true }).click()
  await dialog.getByLabel('Tham số').fill('song trung binh')
  await author.keyboard.press('Enter')
  await author.getByRole('columnheader', { name: /^Mức thu nhập tối đa của mức sống trung bình/ }).waitFor()
  await cell(author, 5, 'established').click()
  await author.getByRole('button', { name: 'Thêm dòng ở dưới' }).click()
  await writeCell(author, 6, 'method', 'khao sat')
  await writeCell(author, 6, 'established', 'chua xac dinh')
  await writeCell(author, 6, 'class', 'không thuộc')
  await writeCell(author, 6, 'note', note)
  for (const row of [7, 8]) await writeCell(author, row, 'established', 'da xac dinh')
  for (const row of [1, 2, 6, 7, 8]) await writeCell(author, row, 'citation', '351/2025/NĐ-CP')
}

/** Every piece of the rules that the law of 2027 changes, one after the other; `written` is told of each while it is open. */
export const writeLogic = async (author: Page, [before, after]: Releases, written: (piece: LogicPiece) => Promise<void>): Promise<void> => {
  for (const piece of before.logic) {
    const next = after.logic.find(({ id }) => id === piece.id)
    if (!next || same(piece, next)) continue
    await openPiece(author, piece)
    if (piece.kind === 'rules' && next.kind === 'rules') await writeRules(author, piece, next)
    else if (next.kind === 'table') await writeTable(author, next.rows.find(({ when }) => when.some((each) => each !== null && 'isKnown' in each && each.isKnown === false))?.note?.vi ?? '')
    else await writeSource(author.locator('main'), piece as Source, next as Source)
    await written(next)
  }
  await saved(author)
  expect(await author.getByText(/[{}]|"\w+":/).count()).toBe(0)
}

/** The form: the part on information goes with its question, and waste is asked with water. */
export const writeForm = async (author: Page): Promise<void> => {
  await author.getByRole('tab', { name: 'Biểu mẫu' }).click()
  await author.getByRole('link', { name: 'Phiếu rà soát hộ' }).first().click()
  const line = (name: RegExp): Locator => author.getByRole('treeitem', { name })
  await line(/^Thông tin/).click()
  await author.keyboard.press('Delete')
  await line(/^Thông tin/).waitFor({ state: 'detached' })
  await line(/^Nước, vệ sinh/).click()
  await author.keyboard.press('Insert')
  await author.locator('[data-show=palette] input:focus').waitFor()
  await author.keyboard.insertText('xu ly rac thai')
  await author.locator('[data-combobox-selected]', { hasText: 'rác thải' }).waitFor()
  await author.keyboard.press('Enter')
  await line(/rác thải/).waitFor()
  await saved(author)
  await expectAccessible(author, 'the form of the new standard')
}

/** The column of a new indicator, made of one whose indicator the law no longer has, which goes. */
const writeReport = async (author: Page, before: ReportDocument, after: ReportDocument): Promise<void> => {
  const [old, next] = [before, after].map((report) => leafColumns(report).map(({ column }) => column)) as [ReturnType<typeof leafColumns>[number]['column'][], ReturnType<typeof leafColumns>[number]['column'][]]
  const gone = old.filter(({ id }) => next.every((column) => column.id !== id))
  const added = next.filter(({ id }) => old.every((column) => column.id !== id))
  const [removed, brought] = [gone[0], added[0]]
  if (!removed || !brought || gone.length + added.length !== 2) throw new Error(`“${after.title.vi}” has other changes than one indicator for another`)
  await author.getByRole('tab', { name: 'Báo cáo' }).click()
  const back = author.getByRole('link', { name: 'Báo cáo', exact: true }).and(author.locator('article a'))
  if (await back.count() > 0) await back.click()
  await author.getByRole('heading', { name: before.title.vi, exact: true }).getByRole('link').click()
  const sheet = author.getByRole('region', { name: /^Biểu đang thiết kế/ })
  const head = (column: LeafColumn) => sheet.getByRole('columnheader', { name: columnTitle(column).vi, exact: true }).getByRole('button')
  await head(removed).click()
  await author.keyboard.press('Control+d')
  await head(removed).nth(1).and(author.locator(':focus')).waitFor()
  await author.keyboard.press('F2')
  await author.keyboard.type(brought.title.vi)
  await author.keyboard.press('Enter')
  await head(brought).and(author.locator(':focus')).waitFor()
  for (let at = old.indexOf(removed) + 1; at > next.indexOf(brought); at -= 1) await author.keyboard.press('Alt+ArrowLeft')
  const properties = author.getByRole('region', { name: 'Thuộc tính' })
  await properties.getByRole('button', { name: /^Sửa điều kiện: (Chỉ đếm khi|Phần được tính tỷ lệ)/ }).click()
  const dialog = author.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Giá trị', exact: true }).last().fill('rac thai')
  await author.keyboard.press('Enter')
  await dialog.getByText(/“Xử lý rác thải sinh hoạt”|xử lý rác thải sinh hoạt/i).first().waitFor()
  await dialog.getByRole('button', { name: 'Xong' }).click()
  await dialog.waitFor({ state: 'detached' })
  await head(removed).click()
  await author.keyboard.press('Delete')
  await head(removed).waitFor({ state: 'detached' })
}

/** Every report form that the law of 2027 changes. */
export const writeReports = async (author: Page, [before, after]: Releases): Promise<void> => {
  for (const report of before.reports ?? []) {
    const next = after.reports?.find(({ id }) => id === report.id)
    if (next && !same(report, next)) await writeReport(author, report, next)
  }
  await saved(author)
  await expectAccessible(author, 'a report form')
}
