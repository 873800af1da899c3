import type { LogicPiece } from '@tieuchi/runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs, type Client } from '../support/app.ts'
import { beginDraft } from '../support/drafting.ts'
import { expectAccessible } from './accessible.ts'
import { getDraft } from './author.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'
import { sampleWeb } from './extension-web.ts'

const executable = findBrowser()
const patient = { timeout: 30_000 }

describe.skipIf(executable === undefined)('The designer with a package of code', () => {
  const site = dogSite(executable, undefined, false, sampleWeb())
  let author: Client
  let release: string

  beforeAll(async () => {
    author = await signInAs(site.running(), 'writer', 'island', 'author')
    const { body } = await author.send('GET', '/api/programmes?at=2026-06-01')
    release = body.find(({ id }: { id: string }) => id === 'dog-licence').in_force.release
  })

  test('offers its operator, asks for what stands in its places, says the sentence and saves what the package is named by', () => site.onPage(async ({ page, faults }) => {
    const { id } = await beginDraft(author, release)
    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Sửa “Chó chưa tiêm phòng”' }).click()
    await page.getByRole('button', { name: 'Thêm điều kiện về thành viên' }).first().click()
    await page.keyboard.type('ngay sinh')
    await page.keyboard.press('Enter')
    await page.getByLabel('Phép so sánh').last().selectOption({ label: 'cách một ngày không quá … tháng' })
    await page.getByRole('textbox', { name: 'Ngày so với' }).fill('1/11/2026')
    await page.keyboard.press('Tab')
    await page.getByRole('textbox', { name: 'Số tháng tròn' }).fill('3')
    await page.keyboard.press('Tab')
    await page.getByText(/ngày sinh cách 01\/11\/2026 không quá 3 tháng/).first().waitFor()
    await expectAccessible(page, 'a comparison of a package')
    const document = async () => (await getDraft(page, id)).document.release
    await expect.poll(async () => JSON.stringify((await document()).logic.filter((piece: LogicPiece) => piece.kind === 'fact')), patient).toContain('"operator":"sample.withinMonths","value":["2026-11-01",3]')
    expect((await document()).extensions).toEqual({ sample: '1.2.0' })
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'a comparison of a package on a phone')
    expect(faults).toEqual([])
  }, 'writer'))

  test('offers its aggregates where conditions are built of members and where calculations are picked, and says their sentences', () => site.onPage(async ({ page, faults }) => {
    const { id } = await beginDraft(author, release)
    const document = async () => (await getDraft(page, id)).document.release
    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Sửa “Chó chưa tiêm phòng”' }).click()
    await page.getByRole('button', { name: 'Thêm điều kiện về thành viên' }).first().click()
    await page.keyboard.type('ngay sinh')
    await page.keyboard.press('Enter')
    await page.getByLabel('Phép so sánh').last().selectOption({ label: 'nhỏ hơn' })
    await page.getByRole('textbox', { name: 'Giá trị', exact: true }).last().fill('1/11/2026')
    await page.keyboard.press('Tab')
    await page.getByLabel('Bao nhiêu thành viên').last().selectOption({ label: 'có quá nửa số' })
    await page.getByText(/có quá nửa số thành viên mà ngày sinh < 01\/11\/2026/i).first().waitFor()
    await expectAccessible(page, 'an aggregate of a package in a condition')
    await expect.poll(async () => JSON.stringify((await document()).logic), patient).toContain('"value":{"aggregate":"sample.majority","over":"members","where":{')
    expect((await document()).extensions).toEqual({ sample: '1.2.0' })
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'an aggregate of a package in a condition on a phone')
    await page.goto(`/drafts/${id}?tab=rules&on=piece.unvaccinated_dogs`)
    await page.getByLabel('Cách tính của “Kết quả”').selectOption({ label: 'lớn thứ hai trong các thành viên' })
    await page.getByText('LỚN THỨ HAI THÀNH VIÊN(').first().waitFor()
    await expectAccessible(page, 'an aggregate of a package in a calculation on a phone')
    expect(faults).toEqual([])
  }, 'writer'))

  test('offers it in English, too', () => site.onPage(async ({ page }) => {
    const { id } = await beginDraft(author, release)
    await page.goto(`/drafts/${id}?tab=rules&on=piece.obstacles`)
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Edit “A dog is not vaccinated”' }).click()
    await page.getByRole('button', { name: 'Add a condition about members' }).first().click()
    await page.keyboard.type('born')
    await page.keyboard.press('Enter')
    await page.getByLabel('Comparison').last().selectOption({ label: 'is within … months of a day' })
    await page.getByRole('textbox', { name: 'Day compared with' }).waitFor()
    await page.getByRole('textbox', { name: 'Completed months' }).waitFor()
    await page.getByLabel('How many members').last().selectOption({ label: 'more than half of the' })
    await page.getByText('members are such that', { exact: true }).waitFor()
  }, 'writer'))
})
