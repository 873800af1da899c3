import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chosenDatabase, createServerDatabase } from '../support/databases.ts'
import { averageThenPoor } from '../support/households.ts'
import { spawnServer } from '../support/server-process.ts'
import { expectAccessible } from './accessible.ts'
import { enter, getDraft, putDocument, saved, send } from './author.ts'
import { findBrowser, launchBrowser, visit } from './browser.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }
const packs = fileURLToPath(new URL('../../rulesets', import.meta.url))

const openDraft = async (author: Page): Promise<void> => {
  await author.getByRole('link', { name: 'Chính sách' }).click()
  await author.getByRole('link', { name: 'Chuẩn nghèo đa chiều' }).click()
  await author.getByText('đang hiệu lực').waitFor()
  await expectAccessible(author, 'timeline')
  await author.getByRole('button', { name: 'Tạo bản nháp từ “Chuẩn nghèo đa chiều năm 2026”' }).click()
  await author.getByLabel('Tên bộ quy định').fill('Chuẩn nghèo đa chiều 2027–2030')
  await author.getByLabel('Nội dung thay đổi, một câu').fill('Chuẩn mới theo Nghị định 351/2025/NĐ-CP.')
  await author.getByRole('button', { name: /Dự kiến hiệu lực từ ngày/ }).click()
  await author.getByLabel('Dự kiến hiệu lực từ ngày').fill('01/01/2027')
  await author.getByLabel('Dự kiến hiệu lực từ ngày').press('Enter')
  await saved(author)
  await expectAccessible(author, 'overview of a draft')
}

const changeStandard = async (author: Page): Promise<void> => {
  await author.getByRole('tab', { name: 'Tham số' }).click()
  await author.getByRole('button', { name: 'Sửa “Chuẩn thu nhập”' }).click()
  const dialog = author.getByRole('dialog')
  await dialog.getByLabel('Giá trị: Nông thôn').fill('2,2 triệu')
  await dialog.getByLabel('Giá trị: Thành thị').fill('2.800.000')
  await expectAccessible(author, 'a parameter')
  await dialog.getByRole('button', { name: 'Xong' }).click()
  const rural = author.getByLabel('Giá trị của “Chuẩn thu nhập”: Nông thôn')
  await expect.poll(() => rural.inputValue(), patient).toBe('2.200.000')
  await author.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect.poll(() => rural.inputValue(), patient).toBe('1.500.000')
  await author.getByRole('button', { name: 'Làm lại' }).click()
  await expect.poll(() => rural.inputValue(), patient).toBe('2.200.000')
  await expectAccessible(author, 'parameters')
}

const addQuestion = async (author: Page): Promise<void> => {
  const dialog = author.getByRole('dialog')
  await author.getByRole('tab', { name: 'Từ điển' }).click()
  await author.getByRole('button', { name: 'Thêm câu hỏi' }).first().click()
  await dialog.getByRole('textbox', { name: 'Câu hỏi', exact: true }).fill('Có phân loại rác')
  await dialog.getByLabel('Mã câu hỏi').fill('waste_sorted')
  await dialog.getByRole('button', { name: 'Thêm câu hỏi' }).click()
  await author.getByText('bản nháp này thêm').waitFor()
  await saved(author)
  await expectAccessible(author, 'dictionary')
}

/** Puts the whole law of the pack of 2027 into the draft, as somebody does who has written it elsewhere. */
const takeLawOf2027 = async (author: Page, id: string): Promise<void> => {
  const { document } = await getDraft(author, id)
  const pack = readPacks(packs).programmes.flatMap(({ releases }) => releases).find((each) => each.folder === 'poverty/2027')
  if (!pack) throw new Error('The pack of 2027 is gone')
  await putDocument(author, id, { ...document, release: { ...pack.release, title: document.release.title } })
  await author.reload()
}

const submitThroughGate = async (author: Page): Promise<void> => {
  await author.getByRole('tab', { name: 'Phê duyệt' }).click()
  await author.getByText('Không có lỗi', { exact: false }).first().waitFor({ timeout: 120_000 })
  await expectAccessible(author, 'gate')
  const open = author.getByRole('button', { name: 'Tôi đã xem và xác nhận' })
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await open.first().click()
    await expect.poll(() => open.count(), { timeout: 120_000 }).toBeLessThan(left)
  }
  await author.getByRole('button', { name: 'Trình duyệt' }).click({ timeout: 120_000 })
  await author.getByText('trình duyệt', { exact: false }).first().waitFor({ timeout: 120_000 })
  await author.getByRole('button', { name: 'Rút lại' }).waitFor({ timeout: 120_000 })
}

const talkOver = async (author: Page, approver: Page, id: string): Promise<void> => {
  await approver.goto(`/drafts/${id}?tab=compare`)
  const sentence = approver.getByRole('listitem').filter({ hasText: 'Chuẩn thu nhập (nông thôn): 1.500.000 → 2.200.000' })
  await sentence.getByRole('button', { name: 'Góp ý' }).click()
  await sentence.getByLabel('Ý kiến').fill('Đã đối chiếu với văn bản chưa?')
  await sentence.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await sentence.getByText('Đã đối chiếu với văn bản chưa?').waitFor()

  await author.goto(`/drafts/${id}?tab=compare`)
  await author.getByRole('button', { name: 'Trả lời' }).click()
  await author.getByLabel('Ý kiến').fill('Đã đối chiếu Điều 3.')
  await author.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await author.getByText('Đã đối chiếu Điều 3.').waitFor()
}

const approveAndPublish = async (approver: Page, id: string): Promise<void> => {
  await approver.goto(`/drafts/${id}?tab=approval`)
  await approver.getByRole('button', { name: 'Phê duyệt', exact: true }).click({ timeout: 120_000 })
  await approver.getByRole('button', { name: 'Ban hành', exact: true }).click({ timeout: 120_000 })
  await approver.getByRole('dialog').getByLabel('Lý do').fill('Nghị định 351/2025/NĐ-CP')
  await expectAccessible(approver, 'publishing')
  await approver.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
  await approver.getByText('Bản nháp này đã đóng, chỉ để xem.').waitFor({ timeout: 120_000 })
}

describe.skipIf(executable === undefined)('The switch to the standard of 2027', () => {
  let folder: string
  let server: Awaited<ReturnType<typeof spawnServer>['ready']>
  let browser: Browser
  let drop: () => Promise<void> = async () => undefined

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tieuchi-releases-'))
    await cp(packs, join(folder, 'rulesets'), { recursive: true, filter: (source) => !source.endsWith(join('poverty', '2027')) })
    const database = chosenDatabase() === 'postgresql' ? await createServerDatabase() : undefined
    if (database) ({ drop } = database)
    server = await spawnServer(['--data', join(folder, 'data'), '--rulesets', join(folder, 'rulesets'), '--households', '20', '--demo'], { DATABASE_URL: database?.url ?? '' }).ready
    browser = await launchBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop('SIGINT')
    await drop()
    await rm(folder, { recursive: true, force: true })
  })

  const decideOn = async (page: Page, at: string): Promise<string> =>
    (await send(page, 'POST', '/api/decisions', {
      programme: 'poverty', unit: '11086', at, input: averageThenPoor,
    })).layers.national.outcomes.find((outcome: { id: string }) => outcome.id === 'class').value

  test('is written, talked over, approved and published by two people, and is law on its day without a restart', async () => {
    const writer = await visit(browser, server.address)
    const author = writer.page
    await enter(author, 'haiphong.soan')
    await openDraft(author)
    await changeStandard(author)
    await addQuestion(author)
    await author.getByRole('tab', { name: 'So sánh' }).click()
    await author.getByText('Chuẩn thu nhập (nông thôn): 1.500.000 → 2.200.000 đ/người/tháng').waitFor()
    await expectAccessible(author, 'comparison')

    const id = new URL(author.url()).pathname.split('/').at(-1) ?? ''
    await takeLawOf2027(author, id)
    await submitThroughGate(author)

    const reader = await visit(browser, server.address)
    const approver = reader.page
    await enter(approver, 'haiphong.duyet')
    await talkOver(author, approver, id)
    await approveAndPublish(approver, id)

    expect([await decideOn(approver, '2026-12-31'), await decideOn(approver, '2027-01-01')]).toEqual(['average', 'poor'])
    await approver.goto('/policies/poverty')
    await approver.getByText('sẽ có hiệu lực').waitFor()
    expect([...writer.faults, ...reader.faults]).toEqual([])
    await writer.context.close()
    await reader.context.close()
  }, 600_000)

  test.each([1280, 390])('shows policies, people and the trail accessibly at %d px', async (width) => {
    const { page, context, faults } = await visit(browser, server.address, { width, height: 800 })
    await enter(page, 'haiphong')
    for (const [path, heading] of [['/policies', 'Chính sách'], ['/policies/poverty', 'Chuẩn nghèo đa chiều'], ['/people', 'Người dùng'], ['/trail', 'Nhật ký']] as const) {
      await page.goto(path)
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      await page.getByRole('table').or(page.getByText('Chưa có', { exact: false })).first().waitFor()
      await expectAccessible(page, `${path} at ${width} px`)
    }
    expect(faults).toEqual([])
    await context.close()
  })
})
