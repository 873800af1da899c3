import { noAdditions, type DraftDocument, type LogicPiece, type Release } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'
import { expectAccessible, expectReadableInTheDark } from './accessible.ts'
import { ask, enter, getDraft, putDocument, saved, takeStep } from './author.ts'
import { findBrowser, type Visit } from './browser.ts'
import { inBrowser } from './in-browser.ts'
import { startServer } from './started-server.ts'

const executable = findBrowser()
const patient = { timeout: 60_000 }

const { household, members, unit } = dogCommon.dictionary.properties
const additions = { ...noAdditions, fields: { household: household.properties, members: members.items.properties, unit: unit.properties }, lists: dogCommon.lists, facts: dogCommon.facts }

const withRelease = (document: DraftDocument, change: Partial<Release>): DraftDocument => ({ ...document, release: { ...document.release, ...change } })

const withPieces = (document: DraftDocument, change: (piece: LogicPiece) => LogicPiece): DraftDocument => withRelease(document, { logic: document.release.logic.map(change) })

const withGarden = (document: DraftDocument, change: object): DraftDocument => {
  const { least_garden: garden } = document.release.parameters
  if (!garden) throw new Error('The parameter is gone')
  return withRelease(document, { parameters: { least_garden: { ...garden, ...change } } })
}

interface Defect {
  readonly name: string
  /** The items of the gate that stand in the way, with the state of the first. */
  readonly items: readonly string[]
  readonly state: 'chưa đạt' | 'cần xác nhận'
  /** What the first says. */
  readonly says: RegExp
  readonly change: (document: DraftDocument) => DraftDocument
}

const defects: readonly Defect[] = [
  {
    name: 'a name that leads nowhere', items: ['errors', 'cases', 'reached', 'boundaries', 'executions', 'local_rules', 'impact'], state: 'chưa đạt', says: /Còn 1 lỗi.*fenced_twice/s,
    change: (document) => withPieces(document, (piece) => (piece.kind === 'rules' ? { ...piece, rules: piece.rules.map((rule) => (rule.id === 'open_garden' ? { ...rule, conditions: { id: 'opengarden', fact: 'fenced_twice', operator: 'equal', value: false } } : rule)) } : piece)),
  },
  {
    name: 'a text nobody wrote', items: ['errors', 'local_rules'], state: 'chưa đạt', says: /Nội dung thay đổi, một câu: chưa viết phần tiếng Việt/,
    change: (document) => withRelease(document, { changelog: { vi: '', en: 'Changed' } }),
  },
  {
    name: 'a case that comes out otherwise', items: ['cases'], state: 'chưa đạt', says: /Vườn 15 m² ở đồng/,
    change: (document) => withRelease(document, { cases: document.release.cases.map((each) => (each.id === 'casegarden' ? { ...each, expect: { licence: 'granted' } } : each)) }),
  },
  {
    name: 'rows no case reaches', items: ['reached', 'boundaries'], state: 'chưa đạt', says: /Còn \d+ dòng hoặc nhánh chưa có ca kiểm thử/,
    change: (document) => withRelease(document, { cases: document.release.cases.filter(({ expect: expected }) => expected['licence'] !== 'conditional') }),
  },
  {
    name: 'a limit with no case just below it', items: ['boundaries'], state: 'chưa đạt', says: /ca giáp ranh chưa được xác nhận/,
    change: (document) => withRelease(document, { cases: document.release.cases.filter(({ title }) => !title.vi.startsWith('Ngay dưới mức: Diện tích vườn so với Vườn tối thiểu (phố)')) }),
  },
  {
    name: 'a rule without an article', items: ['citations'], state: 'chưa đạt', says: /1 nội dung chưa có căn cứ/,
    change: (document) => withPieces(document, (piece) => (piece.kind === 'rules' ? { ...piece, rules: piece.rules.map(({ citation, ...rule }) => (rule.id === 'open_garden' || !citation ? rule : { ...rule, citation })) } : piece)),
  },
  {
    name: 'a value that is only assumed', items: ['citations'], state: 'cần xác nhận', says: /1 điều để ngỏ, tạm dùng hoặc cần lưu ý phải xác nhận/,
    change: (document) => withGarden(document, { certainty: 'assumed' }),
  },
  {
    name: 'a question nothing uses', items: ['errors'], state: 'cần xác nhận', says: /7 cảnh báo cần xác nhận/,
    change: (document) => withRelease(document, { forms: document.release.forms.map((form) => ({ ...form, sections: form.sections.map((section, index) => (index === 0 ? { ...section, items: [...section.items, { kind: 'field' as const, field: 'telephone' }] } : section)) })) }),
  },
]

describe.skipIf(executable === undefined)('A programme from nothing', () => {
  const started = inBrowser(executable, startServer)
  let author: Visit
  let id: string
  let sound: DraftDocument

  beforeAll(async () => {
    author = await started.visit()
    await enter(author.page, 'haiphong.soan')
  })

  const openApproval = async (page: Page): Promise<void> => {
    await page.goto(`/drafts/${id}?tab=approval`)
    await page.locator('#gate-errors').waitFor(patient)
  }

  const standingInTheWay = async (): Promise<readonly string[]> => {
    const gate = await (await ask(author.page, 'GET', `/api/drafts/${id}/gate`)).json() as { items: readonly { id: string; state: string }[] }
    return gate.items.filter((item) => item.state !== 'met' && item.id !== 'approval').map((item) => item.id)
  }

  test('begins with a title, and passes the gate once its cases are confirmed and its warnings seen', async () => {
    const { page } = author
    await page.goto('/policies')
    await page.getByRole('button', { name: 'Chương trình mới' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tên chương trình').fill('Giấy phép nuôi chó')
    expect(await dialog.getByLabel('Mã chương trình').inputValue()).toBe('giay-phep-nuoi-cho')
    await dialog.getByLabel('Mã chương trình').fill(dogProgramme.id)
    await expectAccessible(page, 'a new programme')
    await dialog.getByRole('button', { name: 'Tạo bản nháp' }).click()
    await page.getByLabel('Tên bộ quy định').waitFor()
    id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const { document } = await getDraft(page, id)
    await putDocument(page, id, { ...document, release: dogReleases[1].release, additions, valid_from: '2027-01-01' })
    await openApproval(page)
    expect(await page.getByRole('button', { name: 'Trình duyệt' }).isDisabled()).toBe(true)
    await page.getByText('Thông tin của hộ mẫu').first().click()
    await expectAccessible(page, 'proposed cases')
    await page.getByRole('button', { name: /Xác nhận cả \d+ ca đang hiển thị/ }).click()
    await saved(page)
    await page.locator('#gate-boundaries').getByText('đạt', { exact: true }).waitFor(patient)
    const seen = page.getByRole('button', { name: 'Tôi đã xem và xác nhận' })
    while (await seen.count() > 0) {
      const left = await seen.count()
      await seen.first().click()
      await expect.poll(() => seen.count(), patient).toBeLessThan(left)
    }
    await expect.poll(() => page.getByRole('button', { name: 'Trình duyệt' }).isEnabled(), patient).toBe(true)
    expect(await standingInTheWay()).toEqual([])
    sound = (await getDraft(page, id)).document
  })

  test.each(defects)('is held back by $name, and says so', async ({ items, state, says, change }) => {
    const { page } = author
    const version = await putDocument(page, id, change(sound))
    await openApproval(page)
    const [first = ''] = items
    const card = page.locator(`#gate-${first}`)
    await card.getByText(state, { exact: true }).waitFor(patient)
    expect(await card.innerText()).toMatch(says)
    expect(await page.getByRole('button', { name: 'Trình duyệt' }).isDisabled()).toBe(true)
    expect(await standingInTheWay()).toEqual(items)
    const refused = await ask(page, 'POST', `/api/drafts/${id}/send`, { version })
    const problem = await refused.json() as { code: string; issues: readonly { message: { vi: string } }[] }
    expect([refused.status(), problem.code]).toEqual([422, 'gate_not_passed'])
    expect(problem.issues.length).toBe(items.length)
  })

  test('leads from a problem to its place', async () => {
    const { page } = author
    await putDocument(page, id, defects[5]?.change(sound) ?? sound)
    await openApproval(page)
    await page.locator('#gate-citations').getByRole('link', { name: 'Xem “Điều chưa đạt”' }).click()
    await page.getByRole('heading', { name: /^Điều chưa đạt/ }).waitFor()
    await page.getByText(/căn cứ/).first().waitFor()
  })

  test('is not published before a second person approved it; each is told what the other did', async () => {
    const { page } = author
    const version = await putDocument(page, id, sound)
    await openApproval(page)
    await page.getByRole('button', { name: 'Trình duyệt' }).click(patient)
    const asked = page.getByRole('dialog')
    await asked.getByText('Sửa bất cứ điều gì sau đó sẽ rút bản nháp về.', { exact: false }).waitFor()
    await expectAccessible(page, 'sending asked about')
    await page.keyboard.press('Enter')
    await asked.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Rút lại' }).count()).toBe(0)
    await takeStep(page, 'Trình duyệt', patient)
    await page.getByRole('button', { name: 'Rút lại' }).waitFor(patient)
    const approver = await started.visit()
    await enter(approver.page, 'haiphong.duyet')
    const refused = await ask(approver.page, 'POST', `/api/drafts/${id}/publish`, { version, valid_from: '2027-01-01', reason: 'Thử' })
    expect([refused.status(), await refused.text()]).toEqual([422, expect.stringContaining('Người thứ hai phê duyệt')])
    await approver.page.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).click()
    const told = approver.page.getByRole('link', { name: /trình duyệt “/ })
    await told.waitFor()
    await expectAccessible(approver.page, 'notices')
    await expectReadableInTheDark(approver.page, 'notices')
    await told.click()
    await approver.page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor()
    await approver.page.getByRole('button', { name: 'Trả lại' }).click(patient)
    await approver.page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
    await approver.page.getByText('Hãy ghi lý do.').waitFor()
    await approver.page.getByLabel('Lý do').fill('Thiếu căn cứ của Điều 5')
    await approver.page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
    await approver.page.getByText('Thiếu căn cứ của Điều 5').waitFor()
    await approver.context.close()
    await page.reload()
    await page.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).click()
    await page.getByRole('link', { name: /trả lại “.*Thiếu căn cứ của Điều 5/ }).waitFor()
  })

  test('written in two windows at once, keeps what both wrote and asks where they differ', async () => {
    const { page } = author
    await putDocument(page, id, sound)
    const other = await started.visit()
    await enter(other.page, 'haiphong.soan')
    for (const each of [page, other.page]) {
      await each.goto(`/drafts/${id}`)
      await each.getByLabel('Tên bộ quy định').waitFor()
    }
    const write = async (on: Page, field: string, text: string): Promise<void> => {
      await on.getByLabel(field, { exact: true }).fill(text)
      await on.getByLabel(field, { exact: true }).press('Tab')
    }
    const savedTitle = async (): Promise<string> => (await getDraft(page, id)).document.release.title.vi
    await write(page, 'Tên bộ quy định', 'Nuôi chó từ năm 2027')
    await expect.poll(savedTitle, patient).toBe('Nuôi chó từ năm 2027')
    await write(other.page, 'Nội dung thay đổi, một câu', 'Vườn rộng hơn.')
    await expect.poll(async () => (await getDraft(page, id)).document.release.changelog.vi, patient).toBe('Vườn rộng hơn.')
    expect(await savedTitle()).toBe('Nuôi chó từ năm 2027')

    await other.context.setOffline(true)
    await write(other.page, 'Tên bộ quy định', 'Tên thứ hai')
    await write(page, 'Tên bộ quy định', 'Tên thứ nhất')
    await expect.poll(savedTitle, patient).toBe('Tên thứ nhất')
    await other.context.setOffline(false)
    await other.page.getByText('Hai bên cùng sửa những chỗ sau', { exact: false }).waitFor()
    await expectAccessible(other.page, 'a conflict')
    await other.page.getByRole('button', { name: 'Bỏ phần của tôi, dùng bản của người kia' }).click()
    await expect.poll(() => other.page.getByLabel('Tên bộ quy định', { exact: true }).inputValue(), patient).toBe('Tên thứ nhất')
    expect(await savedTitle()).toBe('Tên thứ nhất')
    expect([...author.faults, ...other.faults]).toEqual([])
    await other.context.close()
  })
})
