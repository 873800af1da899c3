import type { Page } from 'playwright-core'
import { arrive } from './sign-in.ts'

/** What an officer does on the pages, by the words an officer reads. */

export const signIn = async (page: Page, login = 'daison'): Promise<void> => {
  await arrive(page, login, 'tieuchi-demo')
  await page.getByText(/^[\d.]+ hộ$/).waitFor()
}

/** Looks at everything as of a day, written dd/mm/yyyy. */
export const viewAsOf = async (page: Page, day: string): Promise<void> => {
  const field = page.getByRole('banner').getByLabel('Ngày tham chiếu')
  await field.fill(day)
  await field.press('Enter')
  await page.getByRole('banner').getByText(`đang xem theo ngày ${day}`).waitFor()
}

export const openNewHousehold = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Rà soát hộ mới' }).first().click()
  await page.getByRole('heading', { name: 'Hộ mới, chưa có tên chủ hộ' }).waitFor()
}

/** Opens a section, out of the sheet where there is no room for the list; behind its title it is said how far it is. */
export const openSection = async (page: Page, title: string): Promise<void> => {
  const sheet = page.getByRole('button', { name: /^Mục \d+\/\d+/ })
  if (await sheet.isVisible()) await sheet.click()
  await page.getByRole('tab', { name: new RegExp(`^${title}`) }).click()
}

export const choose = async (page: Page, question: string, entry: string): Promise<void> => {
  await page.getByRole('combobox', { name: question, exact: true }).click()
  await page.getByRole('option', { name: entry, exact: true }).click()
}

export const answerYesNo = async (page: Page, question: string, answer: 'Có' | 'Không' | 'Chưa trả lời'): Promise<void> => {
  const asked = page.getByRole('radiogroup', { name: question, exact: true })
  await asked.getByText(answer, { exact: true }).click()
  await asked.getByRole('radio', { name: answer, exact: true, checked: true }).waitFor({ state: 'attached' })
}

/** The line of the result panel about one outcome. */
export const outcome = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

export interface Person {
  readonly name: string
  readonly relation: string
  readonly born: string
}

/** Answers for the member whose drawer is open. None has insurance or internet: two deprivations of the household. */
export const fillMember = async (page: Page, { name, relation, born }: Person): Promise<void> => {
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Họ và tên').fill(name)
  await choose(page, 'Quan hệ với chủ hộ', relation)
  await drawer.getByLabel('Ngày, tháng, năm sinh').fill(born)
  await answerYesNo(page, 'Có thẻ bảo hiểm y tế', 'Không')
  await answerYesNo(page, 'Sử dụng dịch vụ internet', 'Không')
  await drawer.getByRole('button', { name: 'Xong' }).click()
  await drawer.waitFor({ state: 'detached' })
}

/** A rural household at 1.900.000 đ a person with three deprivations: insurance, internet, toilet. */
export const fillHousehold = async (page: Page, head: string): Promise<void> => {
  await page.getByLabel('Thôn, tổ dân phố').fill('Thôn Đông')
  await choose(page, 'Cách xác định thu nhập', 'Khảo sát thu nhập')
  await page.getByLabel('Thu nhập bình quân đầu người').fill('1900000')
  await openSection(page, 'Thành viên')
  await page.getByRole('button', { name: 'Mở Thành viên 1' }).click()
  await fillMember(page, { name: head, relation: 'Chủ hộ', born: '12/03/1981' })
  await page.getByRole('button', { name: 'Thêm thành viên' }).click()
  await fillMember(page, { name: 'Trần Thị Bưởi', relation: 'Vợ, chồng', born: '1983' })
  await openSection(page, 'Nước, vệ sinh')
  await choose(page, 'Loại hố xí, nhà tiêu', 'Không có nhà tiêu')
}

export const waitUntilSaved = (page: Page): Promise<void> => page.getByText(/^đã lưu lúc \d\d:\d\d$/).waitFor()

/** Judges the open draft as of another day. */
export const changeDate = async (page: Page, day: string): Promise<void> => {
  await page.getByRole('button', { name: /^Ngày tham chiếu:/ }).click()
  await page.getByLabel('Ngày tham chiếu mới').fill(day)
  await page.getByRole('button', { name: 'Xét theo ngày này' }).click()
  await page.getByRole('button', { name: `Ngày tham chiếu: ${day}` }).waitFor()
}

export const send = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi kết quả' }).click()
  await page.getByRole('heading', { name: 'Kết quả đã gửi' }).waitFor()
}
