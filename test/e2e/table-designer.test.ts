import { hashDocument, type TablePiece } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { dogReleases } from '../support/dog-licences.ts'
import { beginDraft } from '../support/drafting.ts'
import { expectAccessible } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }

describe.skipIf(executable === undefined)('The editor of a table', () => {
  const site = dogSite(executable)
  let author: Client

  beforeAll(async () => {
    author = await signInAs(site.running(), 'tac-gia', 'island', 'author')
  })

  /** The table of a new draft, opened, with what the server holds of it. */
  const onTable = async (work: (page: Page, stored: () => Promise<TablePiece>) => Promise<void>): Promise<void> => {
    const { id } = await beginDraft(author, hashDocument(dogReleases[1].release))
    const stored = async (): Promise<TablePiece> => (await author.send('GET', `/api/drafts/${id}`)).body.document.release.logic.find((piece: TablePiece) => piece.id === 'verdict')
    await site.onPage(async ({ page, context, faults }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(`/drafts/${id}?tab=rules&on=piece.verdict`)
      await page.getByRole('grid', { name: 'Kết luận' }).waitFor()
      await work(page, stored)
      expect(faults).toEqual([])
    }, 'tac-gia')
  }

  const cell = (page: Page, row: number, column: number) => page.locator(`tr[data-place="${row - 1}"] [data-column="${column - 1}"]`)

  const dragRow = async (page: Page, from: number, to: number): Promise<void> => {
    const places = await Promise.all([from, to].map((row) => page.locator(`tr[data-place="${row - 1}"] [data-grip]`).boundingBox()))
    const [start, end] = places.map((box) => ({ x: (box?.x ?? 0) + 9, y: (box?.y ?? 0) + 15 }))
    await page.mouse.move(start?.x ?? 0, start?.y ?? 0)
    await page.mouse.down()
    await page.mouse.move(end?.x ?? 0, (end?.y ?? 0) + 8, { steps: 8 })
    await page.locator(`tr[data-place="${to - 1}"][data-drop]`).waitFor()
    await page.mouse.up()
  }

  const write = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await (/^[A-Z][A-Za-z0-9+]+$/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key))
  }

  test('is written by the keyboard alone, in the ways people write, and undone step by step', () => onTable(async (page, stored) => {
    const before = await stored()
    await cell(page, 1, 1).focus()
    await write(page, '>= 12,5 m2', 'Tab', 'tu 0 den duoi 2', 'Enter')
    expect(await cell(page, 1, 1).innerText()).toBe('≥ 12,5')
    expect(await cell(page, 1, 2).innerText()).toBe('từ 0 đến 1')
    await write(page, 'linh tinh', 'Enter')
    await page.keyboard.press('ArrowUp')
    await page.getByText('Không đọc được “linh tinh”. Hãy ghi số', { exact: false }).waitFor()
    expect(await cell(page, 2, 2).getAttribute('aria-invalid')).toBe('true')
    await write(page, 'Delete', 'ArrowRight', 'khong c')
    await page.getByRole('option', { name: 'không cấp' }).waitFor()
    await write(page, 'Enter', 'Enter')
    expect(await cell(page, 2, 3).innerText()).toBe('không cấp')
    await expect.poll(async () => (await stored()).rows.map(({ when, then }) => [when, then]), patient).toEqual([
      [[{ greaterThanInclusive: 12.5 }, { between: [0, 1] }], ['granted']],
      [[{ greaterThanInclusive: { parameter: 'least_garden' } }, null], ['refused']],
      [[null, null], ['refused']],
    ])
    await write(page, 'Alt+ArrowUp', 'Shift+ArrowUp', 'Control+d')
    await dragRow(page, 3, 1)
    await expect.poll(async () => (await stored()).rows.map(({ id }) => id), patient).toEqual(['rowcondi23', 'rowgranted', 'rowrefused'])
    await expectAccessible(page, 'a table being written')
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('Control+z')
    await expect.poll(stored, patient).toEqual(before)
    await page.keyboard.press('Control+y')
    await expect.poll(async () => (await stored()).rows[0]?.when[0], patient).toEqual({ greaterThanInclusive: 12.5 })
  }))

  test('takes columns from the dictionary and 50 × 8 cells from a spreadsheet in one step, and keeps what it cannot read', () => onTable(async (page, stored) => {
    for (const title of ['Vùng', 'Có rào']) {
      await page.getByRole('button', { name: 'Thêm cột' }).click()
      await page.getByRole('dialog').getByLabel('Thông tin của cột').fill(title)
      await page.keyboard.press('Enter')
      await page.getByRole('columnheader', { name: new RegExp(`^${title}`) }).waitFor()
    }
    const areas = ['>= 10', '≥ 10 m²', 'từ 10 trở lên', '10 tro len']
    const lines = Array.from({ length: 50 }, (_line, index) => [areas[index % 4], `${index % 3}`, index % 2 ? 'pho' : 'Đồng, Phố', index % 2 ? 'co' : 'không', index === 7 ? 'chưa biết' : 'Cấp', '"01/2026/QĐ-CHO,\nĐiều 5"', '', `dòng ${index + 1}`])
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines.map((line) => line.join('\t')).join('\r\n'))
    await cell(page, 1, 1).focus()
    await expect.poll(async () => (await stored()).inputs, patient).toEqual(['garden_area', 'obstacle_count', 'zone', 'fenced'])
    const before = await stored()
    await page.keyboard.press('Control+v')
    await page.getByText('Đã dán 50 dòng × 8 cột. 1 ô chưa đọc được', { exact: false }).waitFor()
    await expect.poll(async () => (await stored()).rows.length, patient).toBe(50)
    const { rows } = await stored()
    expect(rows[9]).toEqual({ id: rows[9]?.id, when: [{ greaterThanInclusive: 10 }, { equal: 0 }, { equal: 'town' }, { equal: true }], then: ['granted'], citation: { document: '01/2026/QĐ-CHO', article: '5' }, note: { vi: 'dòng 10', en: 'dòng 10' } })
    expect(rows[8]?.when[2]).toEqual({ in: ['field', 'town'] })
    expect(rows[7]?.then).toEqual([''])
    await page.getByRole('button', { name: 'Đến ô đầu tiên' }).click()
    expect(await cell(page, 8, 5).innerText()).toBe('chưa biết')
    await page.getByLabel('Lọc theo cột “Ghi chú”').fill('dong 4')
    await page.getByText('14 trên 50 dòng').waitFor()
    await page.getByLabel('Lọc theo cột “Ghi chú”').fill('')
    await page.getByText('50 dòng', { exact: true }).waitFor()
    await cell(page, 1, 1).focus()
    await write(page, 'Control+a', 'Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\r\n')[2]).toBe('≥ 10\t2\tđồng, phố\tkhông\tcấp\t01/2026/QĐ-CHO, Điều 5\t\tdòng 3')
    await page.keyboard.press('Control+z')
    await expect.poll(stored, patient).toEqual(before)
    expect(await page.getByText('chưa biết').count()).toBe(0)
    await page.keyboard.press('Control+y')
    await expect.poll(async () => (await stored()).rows, patient).toEqual(rows)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'a large table on a phone')
  }))

  test('gives a number of a cell a name, a unit and an article, as one step', () => onTable(async (page, stored) => {
    const before = await stored()
    await cell(page, 1, 2).click()
    await page.getByRole('button', { name: 'Đưa giá trị thành tham số' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Tên', exact: true }).fill('Số chướng ngại được phép')
    await expectAccessible(page, 'a number becomes a parameter')
    await dialog.getByLabel('Số văn bản').fill('01/2026/QĐ-CHO')
    await dialog.getByRole('button', { name: 'Xong' }).click()
    await expect.poll(async () => (await stored()).rows[0]?.when[1], patient).toEqual({ equal: { parameter: 'so_chuong_ngai_duoc_phep' } })
    await page.getByRole('button', { name: 'Đưa giá trị thành tham số' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(async () => (await stored()).rows, patient).toEqual(before.rows)
  }))

  test('says what no row covers, and adds the row that would', () => onTable(async (page, stored) => {
    await page.getByRole('rowheader', { name: '3' }).click()
    await page.getByRole('button', { name: 'Xoá dòng' }).click()
    const found = page.getByRole('region', { name: 'Điều cần xem của bảng' })
    await found.getByRole('button', { name: 'Thêm 1 dòng gợi ý' }).first().click()
    await expect.poll(async () => (await stored()).rows[2]?.then, patient).toEqual([''])
    await expect.poll(() => found.getByRole('button', { name: 'Thêm 1 dòng gợi ý' }).count(), patient).toBe(0)
    await cell(page, 3, 3).focus()
    await write(page, 'F2', 'không cấp')
    await cell(page, 1, 3).click()
    await expect.poll(async () => (await stored()).rows[2]?.then, patient).toEqual(['refused'])
    await cell(page, 2, 3).dblclick()
    await page.locator('td[data-active]').getByLabel('Giấy phép, dòng 2', { exact: true }).fill('cap')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stored()).rows.map(({ then }) => then[0]), patient).toEqual(['granted', 'granted', 'refused'])
  }))
})
