import { fileURLToPath } from 'node:url'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password, signInAs, startApp, type RunningApp } from '../support/app.ts'
import { databaseKinds } from '../support/databases.ts'
import { findBrowser, launchBrowser, visit } from './browser.ts'
import { chooseByTyping, focusName, press, tabTo, typeInto } from './keyboard.ts'

const executable = findBrowser()

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

interface Person {
  readonly name: string
  readonly relation: string
  readonly sex: string
  readonly born: string
  /** The letter that says whether there is a card; absent for a child who is not asked. */
  readonly insured?: 'c' | 'k'
}

const people: readonly Person[] = [
  { name: 'Phạm Văn Phím', relation: 'chu ho', sex: 'nam', born: '12031971', insured: 'c' },
  { name: 'Lê Thị Gõ', relation: 'vo', sex: 'nu', born: '1973', insured: 'c' },
  { name: 'Phạm Thị Một', relation: 'con de', sex: 'nu', born: '5/1998', insured: 'k' },
  { name: 'Phạm Văn Hai', relation: 'con de', sex: 'nam', born: '01.02.2001', insured: 'k' },
  { name: 'Phạm Thị Ba', relation: 'con de', sex: 'nu', born: '03-04-2006', insured: 'c' },
  { name: 'Phạm Văn Tư', relation: 'con de', sex: 'nam', born: '30062010', insured: 'c' },
  { name: 'Phạm Thị Năm', relation: 'con de', sex: 'nu', born: '15102022' },
]

describe.skipIf(executable === undefined)('With the keyboard alone', () => {
  let running: RunningApp
  let browser: Browser
  let address: string

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { packs: readPacks(fileOf('rulesets')), webFolder: fileOf('designer/dist') })
    await signInAs(running, 'daison', 'hai-phong-2025-11086')
    address = await running.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser(executable ?? '')
  })

  afterAll(async () => {
    await browser?.close()
    await running?.close()
  })

  test('an officer signs in, fills in a household of seven in the order of the form, and sends it', async () => {
    const { page, context, faults } = await visit(browser, address)
    await page.goto('/')
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    if ((await focusName(page)) !== 'Tên đăng nhập') await tabTo(page, 'Tên đăng nhập')
    await page.keyboard.type('daison')
    await typeInto(page, 'Mật khẩu', password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Rà soát hộ mới' }).first().waitFor()
    await press(page, 'Rà soát hộ mới')
    await page.getByRole('tab', { name: 'Hộ' }).waitFor()

    await typeInto(page, 'Thôn, tổ dân phố', 'Thôn Phím')
    await chooseByTyping(page, 'Cách xác định thu nhập', 'khao sat')
    await typeInto(page, 'Thu nhập bình quân đầu người', '1,9tr')
    await press(page, 'Tiếp: Thành viên')
    expect(await focusName(page)).toBe('Mở Thành viên 1')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Họ và tên').waitFor()

    for (const [index, { name, relation, sex, born, insured }] of people.entries()) {
      await expect.poll(() => focusName(page)).toBe('Họ và tên')
      await page.keyboard.type(name)
      await chooseByTyping(page, 'Quan hệ với chủ hộ', relation)
      await chooseByTyping(page, 'Giới tính', sex)
      await typeInto(page, 'Ngày, tháng, năm sinh', born)
      const drawer = page.getByRole('dialog')
      // What is asked follows the age as soon as it is known.
      await drawer.getByText(insured ? 'Có thẻ bảo hiểm y tế' : 'Suy dinh dưỡng thể thấp còi').waitFor()
      await drawer.getByText(insured ? 'Suy dinh dưỡng thể thấp còi' : 'Có thẻ bảo hiểm y tế').waitFor({ state: 'detached' })
      const passed = await tabTo(page, insured ? 'Có thẻ bảo hiểm y tế' : 'Suy dinh dưỡng thể thấp còi (chiều cao theo tuổi)')
      expect(passed.slice(0, 3)).toEqual(['Số định danh cá nhân', 'Dân tộc', 'Trong độ tuổi lao động'])
      await page.keyboard.type(insured ?? 'k')
      await press(page, index === people.length - 1 ? 'Xong' : 'Thêm người nữa')
    }
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Thành viên (7)' }).waitFor()
    await expect.poll(() => focusName(page)).toBe('Mở Phạm Thị Năm')
    for (const { name } of people) await page.getByRole('row', { name: new RegExp(name) }).waitFor()
    await page.getByRole('row', { name: /Phạm Thị Một.*05\/1998/ }).waitFor()

    await press(page, 'Tiếp: Nhà ở')
    expect(await focusName(page)).toBe('Tường (bao che) làm bằng vật liệu bền chắc')
    await page.keyboard.type('c')
    await tabTo(page, 'Mái nhà làm bằng vật liệu bền chắc')
    await page.keyboard.type('k')
    await typeInto(page, 'Diện tích nhà ở', '52,5')
    await press(page, 'Tiếp: Nước, vệ sinh')
    await page.keyboard.type('nuoc may')
    await page.keyboard.press('Enter')
    await chooseByTyping(page, 'Loại hố xí, nhà tiêu', 'tu hoai')
    await press(page, 'Gửi')
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).waitFor()
    await press(page, 'Gửi kết quả')
    await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
    await page.getByText('52,5 m²').waitFor()
    await page.getByText('1.900.000 đ/người/tháng').first().waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})
