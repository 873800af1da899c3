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
  }, 'writer'))
})
