import { fileURLToPath } from 'node:url'
import { draftTabs } from '@tieuchi/designer/src/draft/draft-tabs.ts'
import { releaseTabs } from '@tieuchi/designer/src/policies/release-tabs.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { password, signInAs, startApp, type Client } from '../support/app.ts'
import { databaseKinds } from '../support/databases.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { englishOn } from './english-words.ts'
import { inBrowser, type Site } from './in-browser.ts'
import { chooseByTyping, focusName, press, tabTo, typeInto } from './keyboard.ts'
import { Pictures } from './pictures.ts'
import { arrive } from './sign-in.ts'

const executable = findBrowser()
/** What an officer does here is what the guide for officers tells, with pictures of it. */
const guide = new Pictures(['officer/first-review.md', 'officer/first-review.en.md'])

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

interface Country extends Site {
  readonly officer: Client
  readonly author: Client
}

const startCountry = async (): Promise<Country> => {
  const [kind] = databaseKinds()
  if (!kind) throw new Error('No database to run on')
  const running = await startApp(kind, { packs: readPacks(fileOf('rulesets')), webFolder: fileOf('designer/dist') })
  const officer = await signInAs(running, 'daison', 'hai-phong-2025-11086')
  const author = await signInAs(running, 'soan', 'hai-phong-2025', 'author')
  await signInAs(running, 'quantri', 'hai-phong-2025', 'administrator')
  return { address: await running.app.listen({ port: 0, host: '127.0.0.1' }), officer, author, stop: () => running.close() }
}

describe.skipIf(executable === undefined)('With the rules of the country', () => {
  const started = inBrowser(executable, startCountry)

  const onPage = (login: string, work: (page: Page) => Promise<void>): Promise<void> => started.onPage(async ({ page }) => {
    await arrive(page, login, password)
    await work(page)
  })

  test('an officer signs in, fills in a household of seven in the order of the form, and sends it, with the keyboard alone', async () => {
    const { page, context, faults } = await started.visit()
    await page.goto('/')
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    guide.step('Đăng nhập')
    await guide.take(page, 'sign-in')
    if ((await focusName(page)) !== 'Tên đăng nhập') await tabTo(page, 'Tên đăng nhập')
    await page.keyboard.type('daison')
    await typeInto(page, 'Mật khẩu', password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Rà soát hộ mới' }).first().waitFor()
    guide.step('Bắt đầu rà soát một hộ')
    await guide.take(page, 'households')
    await press(page, 'Rà soát hộ mới')
    await page.getByRole('tab', { name: /^Hộ/ }).waitFor()

    await typeInto(page, 'Thôn, tổ dân phố', 'Thôn Phím')
    await chooseByTyping(page, 'Cách xác định thu nhập', 'khao sat')
    await typeInto(page, 'Thu nhập bình quân đầu người', '1,9tr')
    guide.step('Ghi về hộ')
    await guide.take(page, 'household')
    guide.step('Ghi từng thành viên')
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
      if (index === 1) await guide.take(page, 'member')
      await press(page, index === people.length - 1 ? 'Xong' : 'Thêm người nữa')
    }
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Thành viên (7)' }).waitFor()
    await expect.poll(() => focusName(page)).toBe('Mở Phạm Thị Năm')
    for (const { name } of people) await page.getByRole('row', { name: new RegExp(name) }).waitFor()
    await page.getByRole('row', { name: /Phạm Thị Một.*05\/1998/ }).waitFor()

    await guide.take(page, 'members')
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
    guide.step('Nhìn kết quả trong lúc ghi')
    await guide.take(page, 'result')
    await press(page, 'Gửi')
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).waitFor()
    guide.step('Gửi')
    await guide.take(page, 'send')
    await press(page, 'Gửi kết quả')
    await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
    await page.getByText('52,5 m²').waitFor()
    await page.getByText('1.900.000 đ/người/tháng').first().waitFor()
    await guide.take(page, 'sent')
    expect(faults).toEqual([])
    await context.close()
  })

  test('an administrator of the province says in which commune a new household is', () => onPage('quantri', async (page) => {
    await page.getByRole('button', { name: 'Rà soát hộ mới' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Rà soát hộ mới ở đâu?' })
    await dialog.getByRole('button', { name: 'Quay lại' }).focus()
    expect(await violationsOn(page)).toEqual([])
    await dialog.getByRole('combobox', { name: 'Xã, phường, đặc khu' }).pressSequentially('tan ky')
    await page.getByRole('option', { name: 'Xã Tân Kỳ, Thành phố Hải Phòng' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Bắt đầu rà soát' }).click()
    await page.getByRole('heading', { name: 'Hộ mới, chưa có tên chủ hộ' }).waitFor()
    await page.getByText('Xã Tân Kỳ · ').waitFor()
  }))

  test('every check of the form is told at its question; what is doubtful is sent with a reason, what is wrong is not', () => onPage('daison', async (page) => {
    const opened = (await started.site().officer.send('POST', '/api/submissions', { programme: 'poverty', reference_date: '2026-12-01' })).body
    const release = (await started.site().officer.send('GET', `/api/releases/${opened.rules.releases.poverty.national}`)).body
    const checks: readonly { readonly severity: string; readonly message: { readonly vi: string } }[] = release.forms[0].checks
    const member = (id: string, answers: object) => ({ id, full_name: `Người ${id}`, relation_to_head: 'child', birth_date: '2000', ...answers })
    const told = new Set<string>()
    const draftWith = async (members: readonly object[]): Promise<void> => {
      const { version } = (await started.site().officer.send('GET', `/api/submissions/${opened.id}`)).body
      expect(await started.site().officer.send('PUT', `/api/submissions/${opened.id}/answers`, { version, answers: { household: {}, members } })).toMatchObject({ status: 200 })
      await page.goto(`/submissions/${opened.id}`)
      await page.getByRole('button', { name: 'Kiểm tra' }).click()
      const list = page.getByRole('alert').filter({ hasText: /điều cần xem lại|Không có lỗi nào/ })
      await list.waitFor()
      const words = (await list.textContent()) ?? ''
      for (const { message } of checks) if (words.includes(message.vi)) told.add(message.vi)
    }
    await draftWith([])
    await draftWith([member('a', { relation_to_head: 'head' }), member('b', { relation_to_head: 'head', birth_date: '2027-03' })])
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await page.getByRole('button', { name: /^Người b: Ngày sinh ở sau ngày rà soát/ }).click()
    const birth = page.getByRole('dialog').getByLabel('Ngày, tháng, năm sinh')
    await expect.poll(() => focusName(page)).toBe('Ngày, tháng, năm sinh')
    expect(await birth.evaluate((input) => document.getElementById(input.getAttribute('aria-describedby')?.split(' ').find((id) => id.endsWith('-error')) ?? '')?.textContent)).toContain('Ngày sinh ở sau ngày rà soát')
    await draftWith([member('a', { relation_to_head: 'head', birth_date: '1890', sex: 'male', personal_number: '030301000001' })])
    guide.step('Khi còn điều phải xem lại')
    await guide.take(page, 'checks')
    expect([...told].toSorted()).toEqual(checks.map(({ message }) => message.vi).toSorted())

    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Gửi kết quả rà soát' })
    const reasons = dialog.getByLabel('Lý do vẫn gửi')
    await expect.poll(() => reasons.count()).toBe(checks.filter(({ severity }) => severity === 'soft').length)
    await dialog.getByRole('button', { name: 'Gửi kết quả' }).click()
    await dialog.getByText('Hãy nêu lý do, hoặc quay lại sửa câu trả lời.').first().waitFor()
    for (const reason of await reasons.all()) await reason.fill('Đã đối chiếu giấy tờ.')
    await guide.take(page, 'reasons')
    await dialog.getByRole('button', { name: 'Gửi kết quả' }).click()
    await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
  }))

  test('what officers did is what their guide tells', () => guide.expectTold())

  test('no page speaks English to whoever reads Vietnamese', async () => {
    const spoken: string[] = []
    const look = async (page: Page, place: string): Promise<void> => {
      spoken.push(...(await englishOn(page)).map((word) => `${place}: ${word}`))
    }
    const shown = async (page: Page, path: string): Promise<void> => {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByLabel('Đang tải').first().waitFor({ state: 'detached' })
      await look(page, path.replaceAll(/[0-9a-f]{16,}|[0-9a-f-]{36}/g, '…'))
    }
    const signedOut = await started.visit()
    await signedOut.page.goto('/sign-in')
    await signedOut.page.getByRole('button', { name: 'Đăng nhập' }).click()
    await look(signedOut.page, 'sign in')
    await signedOut.page.goto('/password?token=x')
    await signedOut.page.getByRole('heading', { level: 1 }).waitFor()
    await look(signedOut.page, 'password')
    await signedOut.context.close()

    const [{ in_force: inForce }] = (await started.site().officer.send('GET', '/api/programmes?at=2026-12-01')).body.filter(({ id }: { id: string }) => id === 'poverty')
    const draft = (await started.site().officer.send('POST', '/api/submissions', { programme: 'poverty', reference_date: '2026-12-01' })).body
    await onPage('daison', async (page) => {
      for (const path of ['/households', '/households?search=khong-co-ai', '/submissions', '/policies', '/policies/poverty', '/nowhere']) await shown(page, path)
      await shown(page, `/submissions/${draft.id}`)
      await page.getByRole('button', { name: /^Ngày tham chiếu:/ }).click()
      await look(page, 'date of a draft')
      await page.getByRole('button', { name: /^Ngày tham chiếu:/ }).click()
      await page.getByLabel('Ngày tham chiếu mới').waitFor({ state: 'hidden' })
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click()
        await look(page, `section ${await tab.textContent()}`)
      }
      await page.getByRole('tab', { name: 'Thành viên' }).click()
      await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
      await page.getByLabel('Ngày, tháng, năm sinh').fill('30/02/2020')
      await page.getByLabel('Số định danh cá nhân').fill('12')
      await page.getByLabel('Ngày, tháng, năm sinh').press('Alt+ArrowDown')
      await page.getByRole('dialog', { name: 'Lịch: Ngày, tháng, năm sinh' }).waitFor()
      await look(page, 'member with mistakes')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Xong' }).click()
      await page.getByRole('button', { name: 'Kiểm tra' }).click()
      await page.getByRole('button', { name: 'Vì sao? Phân loại hộ' }).click()
      await page.getByRole('button', { name: 'Vì sao không khác? Phân loại hộ' }).click()
      await look(page, 'checked and explained')
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: 'Tìm và đi tới' }).waitFor()
      await look(page, 'spotlight')
    })
    const ruleDraft = (await started.site().author.send('POST', '/api/drafts', { programme: 'poverty', from: inForce.release })).body
    await onPage('soan', async (page) => {
      for (const tab of releaseTabs) await shown(page, `/policies/poverty/releases/${inForce.release}?tab=${tab}`)
      for (const tab of draftTabs) await shown(page, `/drafts/${ruleDraft.id}?tab=${tab}`)
    })
    await onPage('quantri', async (page) => {
      for (const path of ['/people', '/trail', '/households']) await shown(page, path)
    })
    expect([...new Set(spoken)]).toEqual([])
  }, 600_000)
})
