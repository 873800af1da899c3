import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, diffReleases, type Release } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createServerDatabase, databaseKinds } from '../support/databases.ts'
import { averageThenPoor } from '../support/households.ts'
import { copyPacksBefore2027, shippedCasesFile, shippedReleases } from '../support/packs-before-2027.ts'
import { spawnServer } from '../support/server-process.ts'
import { expectAccessible } from './accessible.ts'
import { enter, getDraft, saved, send, takeStep } from './author.ts'
import { findBrowser } from './browser.ts'
import { inBrowser, type Site } from './in-browser.ts'
import { addQuestion, writeForm, writeLogic, writeParameters, writeReports, writeSource } from './law-of-2027.ts'
import { Pictures } from './pictures.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }
/** The walk is what the tutorial for administrators tells, with pictures of it. */
const tutorial = new Pictures(['administrator/switch-2027.md', 'administrator/switch-2027.en.md'])

const openDraft = async (author: Page, after: Release): Promise<void> => {
  await author.getByRole('link', { name: 'Chính sách' }).click()
  await author.getByRole('link', { name: 'Chuẩn nghèo đa chiều' }).click()
  await author.getByText('đang hiệu lực').waitFor()
  await expectAccessible(author, 'timeline')
  tutorial.step('Mở bản nháp từ bộ quy định đang hiệu lực')
  await tutorial.take(author, 'timeline')
  await author.getByRole('button', { name: 'Tạo bản nháp từ “Chuẩn nghèo đa chiều năm 2026”' }).click()
  await author.getByLabel('Tên bộ quy định').fill('Chuẩn nghèo đa chiều 2027–2030')
  await author.getByLabel('Nội dung thay đổi, một câu').fill(after.changelog.vi)
  await author.getByRole('button', { name: /Dự kiến hiệu lực từ ngày/ }).click()
  await author.getByLabel('Dự kiến hiệu lực từ ngày').fill('01/01/2027')
  await author.getByLabel('Dự kiến hiệu lực từ ngày').press('Enter')
  await author.getByRole('button', { name: 'Bỏ căn cứ 07/2021/NĐ-CP' }).click()
  await saved(author)
  await expectAccessible(author, 'overview of a draft')
  await tutorial.take(author, 'overview')
}

const changeStandard = async (author: Page): Promise<void> => {
  tutorial.step('Sửa tham số và ghi căn cứ')
  await author.getByRole('tab', { name: 'Tham số' }).click()
  await author.getByRole('button', { name: 'Sửa “Chuẩn thu nhập”' }).click()
  const dialog = author.getByRole('dialog')
  await dialog.getByLabel('Giá trị: Nông thôn').fill('2,2 triệu')
  await dialog.getByLabel('Giá trị: Thành thị').fill('2.800.000')
  await writeSource(dialog, { citation: { document: '07/2021/NĐ-CP', article: '3' } }, { citation: { document: '351/2025/NĐ-CP' } })
  await dialog.getByText('Đối chiếu lần cuối: chưa ghi, vì giá trị vừa đổi', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Đã đối chiếu hôm nay' }).click()
  await expectAccessible(author, 'a parameter')
  await tutorial.take(author, 'parameter')
  await dialog.getByRole('button', { name: 'Xong' }).click()
  const rural = author.getByLabel('Giá trị của “Chuẩn thu nhập”: Nông thôn')
  await expect.poll(() => rural.inputValue(), patient).toBe('2.200.000')
  await author.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect.poll(() => rural.inputValue(), patient).toBe('1.500.000')
  await author.getByRole('button', { name: 'Làm lại' }).click()
  await expect.poll(() => rural.inputValue(), patient).toBe('2.200.000')
  await expectAccessible(author, 'parameters')
}

const plainValue = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if ('vi' in value && 'en' in value) return { ...value, en: value.vi }
  return 'all' in value && Array.isArray(value.all) && value.all.length === 1 ? value.all[0] : value
}

/** A release whose English follows the Vietnamese where nobody wrote it, and where a condition that stands alone needs no group. */
const plain = (release: Release): Release => JSON.parse(JSON.stringify(release), plainValue)

const idsOf = ({ logic, reports = [] }: Release): readonly string[] => [...canonicalJson([logic, reports]).matchAll(/"id":"(\w+)"/g)].map(([, id = '']) => id)

const ruleIds = (logic: Release['logic']): readonly string[] => logic.flatMap((piece) => (piece.kind === 'rules' ? piece.rules.map(({ id }) => id) : []))

/** A release with the ids of what an author added to `before` called as in `shipped`, in the order they stand. */
const withShippedIds = (written: Release, [before, shipped]: readonly [Release, Release]): Release => {
  const addedTo = (release: Release): readonly string[] => idsOf(release).filter((id) => !idsOf(before).includes(id))
  const meant = addedTo(shipped)
  return JSON.parse(addedTo(written).reduce((text, id, at) => text.replaceAll(`"${id}"`, `"${meant[at] ?? id}"`), JSON.stringify(written)))
}

/** Parameters with the days of `shipped`: on which day somebody compared a value with the text is their own. */
const withShippedDays = (parameters: Release['parameters'], shipped: Release['parameters']): Release['parameters'] =>
  Object.fromEntries(Object.entries(parameters).map(([id, { confirmed, ...parameter }]) => [id, { ...parameter, ...(confirmed !== undefined && { confirmed: shipped[id]?.confirmed ?? confirmed }) }]))

/** The rule that the author added, by the id it has in the draft, and by the one it is shipped under. */
const addedRule = (written: Release, [before, shipped]: readonly [Release, Release]): readonly [own: string, shipped: string] => {
  const [own = ''] = ruleIds(written.logic).filter((id) => !ruleIds(before.logic).includes(id))
  const [meant = ''] = ruleIds(shipped.logic).filter((id) => !ruleIds(before.logic).includes(id))
  return [own, meant]
}

/** The cases of the shipped release as an Excel file, in place of those of the release before. */
const takeCases = async (author: Page): Promise<void> => {
  tutorial.step('Đưa ca kiểm thử vào')
  await author.getByRole('tab', { name: 'Ca kiểm thử' }).click()
  await author.getByRole('button', { name: 'Excel' }).click()
  await author.getByRole('menuitem', { name: 'Nhập ca từ Excel' }).click()
  const dialog = author.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'ca-kiem-thu.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await shippedCasesFile() })
  await dialog.getByLabel('Chỉ giữ các ca trong tệp').check()
  await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
  await dialog.waitFor({ state: 'detached', timeout: 60_000 })
  await saved(author)
  await tutorial.take(author, 'cases')
}

/** What the editors wrote is the shipped release: parameters, logic, form, report forms, cases, legal basis and what it says of itself. */
const expectShipped = async (author: Page, id: string, releases: readonly [Release, Release]): Promise<void> => {
  const [, shipped] = releases
  const differences = async () => {
    const { release } = (await getDraft(author, id)).document
    const [own, meant] = addedRule(release, releases)
    const named: Release = JSON.parse(JSON.stringify(withShippedIds(release, releases)).replaceAll(`deprivations.${own}"`, `deprivations.${meant}"`))
    return diffReleases(plain(shipped), plain({ ...named, parameters: withShippedDays(named.parameters, shipped.parameters) }))
  }
  await expect.poll(differences, { ...patient, message: 'The editors wrote something else than the shipped release' }).toEqual([])
}

/** Whom the new standard touches, with the sentence of the change that does, and both explanations of the first household. */
const lookAtImpact = async (author: Page): Promise<void> => {
  tutorial.step('Xem hộ nào đổi kết quả và vì sao')
  await author.getByRole('tab', { name: 'Tác động' }).click()
  await author.getByRole('button', { name: 'Tính tác động' }).click()
  const list = author.getByRole('table', { name: 'Danh sách hộ' })
  await list.getByRole('link').first().waitFor({ timeout: 120_000 })
  await author.getByText('Mức thu nhập tối đa của mức sống trung bình', { exact: false }).first().waitFor()
  await expectAccessible(author, 'impact of the new standard')
  await tutorial.take(author, 'impact', ['tab', 'label'])
  await list.getByRole('link').first().click()
  const sides = author.getByRole('dialog')
  await sides.getByRole('region', { name: /^Trước/ }).getByText('kết quả khác').first().waitFor()
  await tutorial.take(author, 'household')
  await author.keyboard.press('Escape')
  await sides.waitFor({ state: 'detached' })
}

const submitThroughGate = async (author: Page): Promise<void> => {
  tutorial.step('Qua các kiểm tra và trình duyệt')
  await author.getByRole('tab', { name: 'Phê duyệt' }).click()
  await author.getByText('Không có lỗi', { exact: false }).first().waitFor({ timeout: 120_000 })
  await expectAccessible(author, 'gate')
  await tutorial.take(author, 'gate')
  const open = author.getByRole('button', { name: 'Tôi đã xem và xác nhận' })
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await open.first().click()
    await expect.poll(() => open.count(), { timeout: 120_000 }).toBeLessThan(left)
  }
  await takeStep(author, 'Trình duyệt', { timeout: 120_000 })
  await author.getByText('trình duyệt', { exact: false }).first().waitFor({ timeout: 120_000 })
  await author.getByRole('button', { name: 'Rút lại' }).waitFor({ timeout: 120_000 })
}

const talkOver = async (author: Page, approver: Page, id: string): Promise<void> => {
  tutorial.step('Người thứ hai đọc, hỏi, phê duyệt và ban hành')
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
  await tutorial.take(author, 'comparison')
}

const approveAndPublish = async (approver: Page, id: string): Promise<void> => {
  await approver.goto(`/drafts/${id}?tab=approval`)
  await takeStep(approver, 'Phê duyệt', { timeout: 120_000 })
  await approver.getByRole('button', { name: 'Ban hành', exact: true }).click({ timeout: 120_000 })
  await approver.getByRole('dialog').getByLabel('Lý do').fill('Nghị định 351/2025/NĐ-CP')
  await expectAccessible(approver, 'publishing')
  await tutorial.take(approver, 'publishing')
  await approver.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
  await approver.getByText('Bản nháp này đã đóng, chỉ để xem.').waitFor({ timeout: 120_000 })
}

const startBefore2027 = async (): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'tieuchi-releases-'))
  await copyPacksBefore2027(join(folder, 'rulesets'))
  // The other walk, of the review, is taken on the embedded database; this one on PostgreSQL where there is one.
  const database = databaseKinds().some(({ name }) => name === 'PostgreSQL') ? await createServerDatabase() : undefined
  const server = await spawnServer(['--data', join(folder, 'data'), '--rulesets', join(folder, 'rulesets'), '--households', '100', '--demo'], { DATABASE_URL: database?.url ?? '' }).ready
  return {
    address: server.address,
    stop: async () => {
      await server.stop('SIGINT')
      await database?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

describe.skipIf(executable === undefined)('The switch to the standard of 2027', () => {
  const started = inBrowser(executable, startBefore2027)

  const decideOn = async (page: Page, at: string): Promise<string> =>
    (await send(page, 'POST', '/api/decisions', {
      programme: 'poverty', unit: '11086', at, input: averageThenPoor,
    })).layers.national.outcomes.find((outcome: { id: string }) => outcome.id === 'class').value

  test('is written by the editors, talked over, approved and published by two people, and is law on its day without a restart', async () => {
    const writer = await started.visit()
    const author = writer.page
    await enter(author, 'haiphong.soan')
    const releases = shippedReleases()
    await openDraft(author, releases[1])
    await changeStandard(author)
    await writeParameters(author, releases, 'income_line')
    tutorial.step('Thêm câu hỏi mới vào từ điển')
    await addQuestion(author)
    await tutorial.take(author, 'dictionary')
    tutorial.step('Sửa quy tắc và bảng quyết định')
    await writeLogic(author, releases, async ({ kind }) => {
      if (kind === 'rules' || kind === 'table') await tutorial.take(author, kind, ['tab'])
    })
    await author.getByRole('tab', { name: 'So sánh' }).click()
    await author.getByText('Chuẩn thu nhập (nông thôn): 1.500.000 → 2.200.000 đ/người/tháng').waitFor()
    await expectAccessible(author, 'comparison')

    const id = new URL(author.url()).pathname.split('/').at(-1) ?? ''
    tutorial.step('Đặt câu hỏi mới vào biểu mẫu')
    await writeForm(author)
    await tutorial.take(author, 'form')
    tutorial.step('Sửa biểu báo cáo')
    await writeReports(author, releases)
    await tutorial.take(author, 'report')
    await takeCases(author)
    await expectShipped(author, id, releases)
    await lookAtImpact(author)
    await submitThroughGate(author)

    const reader = await started.visit()
    const approver = reader.page
    await enter(approver, 'haiphong.duyet')
    await talkOver(author, approver, id)
    await approveAndPublish(approver, id)

    expect([await decideOn(approver, '2026-12-31'), await decideOn(approver, '2027-01-01')]).toEqual(['average', 'poor'])
    await approver.goto('/policies/poverty')
    await approver.getByText('sẽ có hiệu lực').waitFor()
    tutorial.step('Ngày 01/01/2027')
    await tutorial.take(approver, 'published')
    tutorial.expectTold()
    expect([...writer.faults, ...reader.faults]).toEqual([])
    await writer.context.close()
    await reader.context.close()
  }, 600_000)

  test.each([1280, 390])('shows policies, people and the trail accessibly at %d px', async (width) => {
    const { page, context, faults } = await started.visit({ width, height: 800 })
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
