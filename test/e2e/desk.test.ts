import { plainLetters } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { ask, enter, getDraft, saved, send } from './author.ts'
import { findBrowser, type Viewport, type Visit } from './browser.ts'
import { inBrowser } from './in-browser.ts'
import { startServer } from './started-server.ts'

const executable = findBrowser()
/** Other suites run beside this one. */
const patient = { timeout: 30_000 }

describe.skipIf(executable === undefined)('Whoever writes rules', () => {
  const started = inBrowser(executable, startServer)

  const onPage = (login: string, work: (visit: Visit) => Promise<void>, viewport?: Viewport): Promise<void> => started.onPage(async (opened) => {
    await enter(opened.page, login)
    await work(opened)
  }, viewport)

  const releaseInForce = async (page: Page, at: string): Promise<string | undefined> =>
    (await send(page, 'GET', `/api/programmes?at=${at}`)).find(({ id }: { id: string }) => id === 'poverty').in_force?.release

  const newDraft = async (page: Page): Promise<string> => (await send(page, 'POST', '/api/drafts', { programme: 'poverty', from: await releaseInForce(page, '2026-06-01') })).id

  test('sees the open tab on a phone, however far it stands', () => onPage('haiphong.soan', async ({ page }) => {
    const id = await newDraft(page)
    await page.goto(`/drafts/${id}?tab=approval`)
    const tab = page.getByRole('tab', { name: 'Phê duyệt' })
    await tab.waitFor()
    const inSight = async () => {
      const box = await tab.boundingBox()
      return box !== null && box.x >= 0 && box.x + box.width <= 390
    }
    await expect.poll(inSight, patient).toBe(true)
  }, { width: 390, height: 844 }))

  test('adds, orders, names and ends entries of a code list, and undoes all of it after a reload', () => onPage('haiphong.soan', async ({ page }) => {
    const id = await newDraft(page)
    const before = (await getDraft(page, id)).document
    await page.goto(`/drafts/${id}?tab=dictionary`)
    await page.getByRole('link', { name: 'Loại hố xí, nhà tiêu', exact: true }).last().click()
    for (const [title, code] of [['Nhà tiêu khô', 'nha_tieu_kho'], ['Nhà tiêu nổi', 'nha_tieu_noi']] as const) {
      await page.getByLabel('Mục mới').fill(title)
      expect(await page.getByLabel('Mã', { exact: true }).inputValue()).toBe(code)
      await page.getByRole('button', { name: 'Thêm mục' }).click()
      await page.getByLabel(`Tên mục “${title}”`, { exact: true }).waitFor()
    }
    await page.getByRole('button', { name: 'Đưa mục “Nhà tiêu nổi” lên' }).click()
    await page.getByLabel('Tên mục “Nhà tiêu khô”', { exact: true }).fill('Nhà tiêu khô có ống thoát')
    await page.getByLabel('Tên mục “Nhà tiêu khô”', { exact: true }).press('Tab')
    await page.getByRole('button', { name: 'Ngừng dùng mục “Hai ngăn”' }).click()
    const last = page.getByLabel('Ngày dùng cuối của mục “Hai ngăn”')
    await last.fill('31/12/2026')
    await last.press('Enter')
    await expect.poll(async () => (await getDraft(page, id)).document.additions, patient).toEqual({
      ...before.additions,
      entries: { toilet_type: [{ code: 'nha_tieu_noi', title: { vi: 'Nhà tiêu nổi', en: 'Nhà tiêu nổi' } }, { code: 'nha_tieu_kho', title: { vi: 'Nhà tiêu khô có ống thoát', en: 'Nhà tiêu khô' } }] },
      ended: { toilet_type: { double_vault: '2026-12-31' } },
    })
    await expectAccessible(page, 'a code list being written')
    await page.reload()
    const undo = page.getByRole('button', { name: 'Hoàn tác' })
    await undo.waitFor()
    while (await undo.isEnabled()) await undo.click()
    await saved(page)
    await expect.poll(async () => JSON.stringify((await getDraft(page, id)).document), patient).toBe(JSON.stringify(before))
  }))

  test('makes a code list and a question with it, and sees where each is used', () => onPage('haiphong.soan', async ({ page }) => {
    const id = await newDraft(page)
    await page.goto(`/drafts/${id}?tab=dictionary`)
    await page.getByRole('button', { name: 'Thêm danh mục' }).click()
    await page.getByRole('dialog').getByLabel('Tên danh mục').fill('Cách xử lý rác')
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm danh mục' }).click()
    await page.getByText('Danh mục chưa có mục nào.', { exact: false }).waitFor()
    await page.getByLabel('Mục mới').fill('Thu gom')
    await page.getByRole('button', { name: 'Thêm mục' }).click()
    await page.getByText('chưa dùng', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Từ điển' }).click()
    await page.getByRole('button', { name: 'Thêm câu hỏi' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Câu hỏi', exact: true }).fill('Rác được xử lý thế nào')
    expect(await dialog.getByLabel('Mã câu hỏi').inputValue()).toBe('rac_duoc_xu_ly_the_nao')
    await dialog.getByLabel('Loại câu trả lời').selectOption({ label: 'chọn một trong danh mục' })
    await dialog.getByLabel('Danh mục', { exact: true }).selectOption({ label: 'Cách xử lý rác' })
    await dialog.getByRole('button', { name: 'Thêm câu hỏi' }).click()
    await page.getByRole('link', { name: 'Rác được xử lý thế nào' }).click()
    await page.getByRole('heading', { name: /^Rác được xử lý thế nào/ }).waitFor()
    await page.getByRole('link', { name: 'Cách xử lý rác' }).first().click()
    await page.getByRole('heading', { name: /^Cách xử lý rác/ }).waitFor()
    await page.getByRole('link', { name: 'Rác được xử lý thế nào' }).waitFor()
    await saved(page)
  }))

  test.each([1280, 390])('walks from a question to the table that reads it and on to its parameters at %d px', (width) => onPage('haiphong.soan', async ({ page }) => {
    const hash = await releaseInForce(page, '2026-06-01')
    await page.goto(`/policies/poverty/releases/${hash}?tab=dictionary`)
    await page.getByText('không dùng ở đây', { exact: true }).first().click()
    await expect.poll(() => page.getByRole('link', { name: 'Thu nhập bình quân đầu người' }).count(), patient).toBe(0)
    await expectAccessible(page, 'what nothing uses')
    await page.getByText('không dùng ở đây', { exact: true }).first().click()
    await page.getByLabel('Tìm câu hỏi hoặc danh mục').fill('thu nhap binh quan')
    await page.getByRole('link', { name: 'Thu nhập bình quân đầu người' }).click()
    await page.getByRole('heading', { name: /^Thu nhập bình quân đầu người/ }).waitFor()
    await expectAccessible(page, 'a question')
    await page.getByRole('link', { name: 'Phân loại hộ', exact: true }).first().click()
    await page.getByRole('heading', { name: /^Phân loại hộ/ }).waitFor()
    await expectAccessible(page, 'a table')
    await page.getByRole('link', { name: 'Chuẩn thu nhập', exact: true }).click()
    await page.getByRole('heading', { name: 'Giá trị qua các bộ quy định' }).waitFor()
    await page.locator('.recharts-line').first().waitFor()
    const rows = page.getByRole('row')
    for (const [release, value] of [['2022–2025', '1.500.000'], ['2027–2030', '2.200.000']] as const) await rows.filter({ hasText: release }).getByText(value, { exact: false }).first().waitFor()
    await expectAccessible(page, 'a parameter through the releases')
    for (const tab of width > 600 ? ['Biểu mẫu', 'Tham số', 'Quy tắc', 'Ca kiểm thử', 'Tổng quan'] : []) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel').waitFor()
      await expectAccessible(page, tab)
    }
  }, { width, height: 800 }))

  test('writes a value in its place, with words where it cannot be read and what the lint finds', () => onPage('haiphong.soan', async ({ page }) => {
    const id = await newDraft(page)
    await page.goto(`/drafts/${id}?tab=parameters`)
    const rural = page.getByLabel('Giá trị của “Chuẩn thu nhập”: Nông thôn')
    await rural.fill('một triệu rưỡi')
    await rural.press('Tab')
    await page.getByText('Không đọc được “một triệu rưỡi”', { exact: false }).waitFor()
    await rural.fill('2,2 triệu')
    await rural.press('Enter')
    expect(await rural.inputValue()).toBe('2.200.000')
    await expect.poll(async () => (await getDraft(page, id)).document.release.parameters['income_line']?.values?.['rural'], patient).toBe(2_200_000)
    await page.getByText('Nội dung đang tạm tính', { exact: false }).first().waitFor()
    await expectAccessible(page, 'parameters being written')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => rural.inputValue(), patient).toBe('1.500.000')
  }))

  test('finds a value that another policy writes, and the way to it', () => onPage('haiphong.soan', async ({ page }) => {
    const from = (await send(page, 'GET', '/api/programmes?at=2026-06-01')).find(({ id }: { id: string }) => id === 'social-assistance').in_force.release
    const { id } = await send(page, 'POST', '/api/drafts', { programme: 'social-assistance', from })
    await page.goto(`/drafts/${id}?tab=parameters`)
    await page.getByLabel('Tìm tham số').fill('muc chuan tro giup')
    const others = page.getByRole('table').filter({ hasText: 'Quy định ở' })
    expect(await others.getByRole('row').filter({ hasText: 'Mức chuẩn trợ giúp xã hội' }).innerText()).toContain('500.000 đ')
    await expectAccessible(page, 'parameters of other policies')
    await others.getByRole('link', { name: 'Mức dùng chung' }).click()
    await page.getByRole('heading', { name: 'Mức dùng chung', level: 1 }).waitFor()
    await page.goto('/policies')
    const rows = page.getByRole('table').getByRole('link')
    await rows.filter({ hasText: 'Mức dùng chung' }).waitFor()
    expect((await rows.allInnerTexts()).at(-1)).toBe('Mức dùng chung')
  }))

  test('goes anywhere and does anything from the keyboard, without diacritics', () => onPage('haiphong.soan', async ({ page }) => {
    const head = (await page.getByRole('row').nth(1).getByRole('cell').first().innerText()).trim()
    const plain = head.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()
    await page.goto('/policies/poverty')
    await page.getByText('đang hiệu lực').waitFor()
    const search = page.getByRole('dialog').getByLabel('Tìm và đi tới')
    await page.keyboard.press('Control+k')
    await search.waitFor()
    await expectAccessible(page, 'spotlight')
    await search.fill('chuan ngheo 2027')
    await page.getByRole('dialog').getByText('Chuẩn nghèo đa chiều 2027–2030', { exact: true }).waitFor()
    await expectAccessible(page, 'what the spotlight found')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/releases\//)
    await page.getByRole('heading', { name: 'Chuẩn nghèo đa chiều 2027–2030', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await search.fill(plain)
    await page.getByRole('dialog').getByText(head, { exact: true }).first().click()
    await page.waitForURL(/\/households|\/submissions/)
    await page.goto('/policies/poverty')
    await page.getByText('đang hiệu lực').waitFor()
    await page.keyboard.press('Control+k')
    await search.fill('tao ban nhap nam 2026')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/drafts\//)
    await page.getByRole('tab', { name: 'Quy tắc' }).waitFor()
    for (const [typed, on] of [['phan loai ho', 'piece.'], ['thieu hut bao hiem y te', 'piece.deprivations'], ['chuan thu nhap', 'parameter.income_line']] as const) {
      await page.keyboard.press('Control+k')
      await search.fill(typed)
      await expect.poll(() => page.getByRole('dialog').getByRole('button').first().innerText().then(plainLetters), patient).toContain(typed)
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.searchParams.get('on')?.startsWith(on) === true)
    }
    await page.getByRole('heading', { name: /^Chuẩn thu nhập/ }).waitFor()
  }))

  test('goes on where the draft cannot be read again after the network came back', () => onPage('haiphong.soan', async ({ page, context }) => {
    const id = await newDraft(page)
    await page.goto(`/drafts/${id}`)
    const title = page.getByLabel('Tên bộ quy định', { exact: true })
    await title.waitFor()
    let asked = 0
    await page.route(`**/api/drafts/${id}`, async (route) => {
      if (route.request().method() !== 'GET') return route.continue()
      asked += 1
      return route.fulfill({ status: 503, json: {} })
    })
    await page.clock.setFixedTime(Date.now() + 60_000)
    await context.setOffline(true)
    await context.setOffline(false)
    await expect.poll(() => asked, patient).toBe(3)
    await title.fill('Chuẩn nghèo thử khi mạng kém')
    await title.press('Tab')
    await expect.poll(async () => (await getDraft(page, id)).document.release.title.vi, patient).toBe('Chuẩn nghèo thử khi mạng kém')
  }))

  test('is told that a release is published for the days of a draft', () => onPage('haiphong.soan', async ({ page }) => {
    await page.goto(`/drafts/${await newDraft(page)}`)
    await page.getByRole('button', { name: /^Dự kiến hiệu lực từ ngày/ }).click()
    const day = page.getByLabel('Dự kiến hiệu lực từ ngày')
    const told = page.getByText(/^Đã ban hành cho những ngày này: “Chuẩn nghèo đa chiều 2027–2030” \(01\/01\/2027.*bản nháp này thay từ 0\d\/0\d\/2027\.$/)
    const taken = page.getByRole('alert').filter({ hasText: 'Đã có bộ quy định ban hành từ đúng ngày này' })
    await day.fill('02/03/2027')
    await day.press('Enter')
    await told.waitFor()
    expect(await taken.count()).toBe(0)
    await day.fill('01/01/2027')
    await day.press('Enter')
    await taken.waitFor()
    await expectAccessible(page, 'days that are published')
  }))

  test('answers for alike points at once, and for others apart', () => onPage('haiphong.soan', async ({ page }) => {
    await page.goto(`/drafts/${await newDraft(page)}?tab=approval`)
    const card = page.locator('#gate-citations')
    const alike = card.getByRole('button', { name: /^Tôi đã xem và xác nhận \d+ điều này$/ })
    await expect.poll(() => alike.count(), { timeout: 120_000 }).toBe(2)
    const count = Number(/\d+/.exec(await alike.first().innerText())?.[0])
    await card.getByRole('button', { name: /^Xem cả \d+ điều$/ }).first().click()
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'the gate on a phone')
    await alike.first().click()
    await expect.poll(() => alike.count(), { timeout: 120_000 }).toBe(1)
    expect(await card.getByText(/xác nhận lúc/).count()).toBe(count)
    await card.getByRole('link', { name: 'Xem “Điểm A tối đa của hộ nghèo, hộ cận nghèo”' }).first().click()
    await page.getByRole('heading', { name: /^Điểm A tối đa của hộ nghèo/ }).waitFor()
  }))

  test('takes a release away as a file and begins a draft with it', () => onPage('haiphong.soan', async ({ page }) => {
    const hash = await releaseInForce(page, '2027-06-01')
    await page.goto(`/policies/poverty/releases/${hash}`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải về thành tệp' }).click()])
    const path = await download.path()
    await page.goto('/policies')
    await page.getByRole('button', { name: 'Nhập từ tệp' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Tạo bản nháp' }).click()
    await dialog.getByText('Hãy chọn tệp.').waitFor()
    await dialog.locator('input[type=file]').setInputFiles({ name: 'khac.json', mimeType: 'application/json', buffer: Buffer.from('{"kind":"khác"}') })
    await dialog.getByRole('button', { name: 'Tạo bản nháp' }).click()
    await dialog.getByText('Tệp này không phải tệp bản quy định do hệ thống xuất ra.', { exact: false }).waitFor()
    await expectAccessible(page, 'a file that is refused')
    await dialog.locator('input[type=file]').setInputFiles(path)
    await dialog.getByRole('button', { name: 'Tạo bản nháp' }).click()
    await page.waitForURL(/\/drafts\//)
    const { document } = await getDraft(page, new URL(page.url()).pathname.split('/').at(-1) ?? '')
    expect(document.release).toEqual(await send(page, 'GET', `/api/releases/${hash}`))
  }))

  test('takes a release out of force with a reason, and is told before what that means', () => onPage('haiphong.duyet', async ({ page }) => {
    expect(await releaseInForce(page, '2028-06-01')).toBeDefined()
    await page.goto('/policies/poverty')
    await page.getByRole('button', { name: 'Thu hồi “Chuẩn nghèo đa chiều 2027–2030”' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('01/01/2027 – 31/12/2030: không có quy định nào có hiệu lực').waitFor()
    await dialog.getByLabel('Thu hồi từ ngày').fill('01/01/2026')
    await dialog.getByText('Ngày 01/01/2026 nằm ngoài thời gian hiệu lực', { exact: false }).waitFor()
    await dialog.getByLabel('Thu hồi từ ngày').fill('01/01/2028')
    await dialog.getByLabel('Thu hồi từ ngày').press('Enter')
    await dialog.getByText('01/01/2028 – 31/12/2030: không có quy định nào có hiệu lực').waitFor()
    await dialog.getByRole('button', { name: 'Thu hồi' }).click()
    await dialog.getByText('Hãy ghi lý do.').waitFor()
    await dialog.getByLabel('Lý do').fill('Văn bản thay thế đang được soạn')
    await expectAccessible(page, 'withdrawing')
    await dialog.getByRole('button', { name: 'Thu hồi' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('cell', { name: 'Không có quy định nào có hiệu lực' }).waitFor()
    await page.getByText('Văn bản thay thế đang được soạn').waitFor()
    expect(await releaseInForce(page, '2027-12-31')).toBeDefined()
    expect(await releaseInForce(page, '2028-01-01')).toBeUndefined()
    expect((await ask(page, 'POST', '/api/decisions', { programme: 'poverty', unit: '11086', at: '2028-06-01', input: {} })).status()).toBe(422)
    await expectAccessible(page, 'a timeline with a withdrawal')
  }))

  test('does not take away rules by which somebody was decided without looking at the list', () => onPage('daison', async ({ page: officer }) => {
    const { id, version, answers } = await send(officer, 'POST', '/api/submissions', { programme: 'poverty', reference_date: '2026-06-01' })
    const saving = await send(officer, 'PUT', `/api/submissions/${id}/answers`, { version, answers: { ...answers, household: { income_method: 'survey', income_per_person: 9_000_000 }, members: [{ id: 'm1', full_name: 'Vũ Thị Lan', relation_to_head: 'head', birth_date: '1981-03-12' }] } })
    await send(officer, 'POST', `/api/submissions/${id}/submit`, { version: saving.version, reasons: {} })
    await onPage('haiphong.duyet', async ({ page }) => {
      await page.goto('/policies/poverty')
      await page.getByRole('button', { name: 'Thu hồi “Chuẩn nghèo đa chiều năm 2026”' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Không quyết định đã lưu nào có kết quả khác', { exact: false }).waitFor()
      await dialog.getByLabel('Thu hồi từ ngày').fill('01/05/2026')
      await dialog.getByLabel('Thu hồi từ ngày').press('Enter')
      await dialog.getByRole('row', { name: /Vũ Thị Lan.*Xã Đại Sơn.*01\/06\/2026/ }).waitFor()
      await dialog.getByLabel('Lý do').fill('Ban hành nhầm')
      await dialog.getByRole('button', { name: 'Thu hồi' }).click()
      await dialog.getByText('Hãy xem danh sách và đánh dấu đã xem.').waitFor()
      expect(await releaseInForce(page, '2026-06-01')).toBeDefined()
      await expectAccessible(page, 'decisions that come out otherwise')
      await dialog.getByLabel('Tôi đã xem danh sách này').check()
      await dialog.getByRole('button', { name: 'Thu hồi' }).click()
      await dialog.waitFor({ state: 'detached' })
      expect(await releaseInForce(page, '2026-06-01')).toBeUndefined()
    })
  }))
})
