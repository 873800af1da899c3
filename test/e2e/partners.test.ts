import { describe, expect, test } from 'vitest'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { enter } from './author.ts'
import { findBrowser } from './browser.ts'
import { inBrowser } from './in-browser.ts'
import { startServer } from './started-server.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('An administrator', () => {
  const started = inBrowser(executable, startServer)

  test.each([1280, 390])('makes a partner, hands out its key, sees it used and revokes it at %d px', async (width) => {
    const { page, context, faults } = await started.visit({ width, height: 800 })
    const name = `Bảo hiểm ${width}`
    await enter(page, 'haiphong')
    await page.goto('/partners')
    await page.getByRole('button', { name: 'Thêm đối tác' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Tạo khoá' }).click()
    await dialog.getByText('Hãy chọn ít nhất một chương trình.').waitFor()
    await expectAccessible(page, 'a new partner with errors')
    await dialog.getByLabel('Tên cơ quan').fill(name)
    await dialog.getByLabel('Mục đích').fill('Cấp thẻ bảo hiểm y tế')
    await dialog.getByRole('combobox', { name: 'Chương trình được xét' }).focus()
    await page.keyboard.press('ArrowDown')
    await dialog.getByRole('option').first().click()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Tạo khoá' }).click()
    const key = await page.getByRole('dialog', { name: `Khoá của ${name}` }).getByLabel('Khoá').inputValue()
    expect(key).toMatch(/^tieuchi_/)
    expect(await page.getByRole('dialog').getByLabel('Khoá').evaluate((field) => [field.scrollWidth <= field.clientWidth, field.scrollHeight <= field.clientHeight])).toEqual([true, true])
    await expectAccessible(page, 'the key')
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click()
    const row = page.getByRole('row').filter({ hasText: name })
    await row.getByText('chưa dùng').waitFor()
    await expectAccessible(page, 'partners')
    if (width > 600) await expectReadableInTheDark(page, 'partners')
    const asked = () => fetch(`${started.site().address}/api/partner`, { headers: { authorization: `Bearer ${key}` } })
    expect((await asked()).status).toBe(200)
    await page.reload()
    await row.getByText('hôm nay 0 hộ').waitFor()
    await row.getByRole('button', { name: `Sửa quyền của ${name}` }).click()
    await dialog.getByLabel('Số hộ mỗi ngày').fill('250')
    await dialog.getByRole('checkbox', { name: 'Được xem giải thích' }).check()
    await expectAccessible(page, 'a partner that is changed')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await row.getByText('250 hộ/ngày', { exact: false }).waitFor()
    expect(await (await asked()).json()).toMatchObject({ households_per_day: 250, explanations: true })
    await row.getByRole('button', { name: `Thu hồi khoá của ${name}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi', exact: true }).click()
    await row.getByText('đã thu hồi').waitFor()
    expect((await asked()).status).toBe(401)
    if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/partners-${width}.png` })
    expect(faults).toEqual([])
    await context.close()
  })
})
