import type { Page } from 'playwright-core'
import { findWholeBrowser, launchBrowser, visit } from '../../e2e/browser.ts'
import { NotMeasurable } from '../part.ts'
import { deskAccount } from './offices.ts'

/** The page on the impact of a draft, in a real browser. Times are milliseconds until what they wait for was painted. */
export interface ImpactPage {
  /** Opens it at the address of a server. */
  readonly open: (address: string, draft: string) => Promise<void>
  /** From the click on the button to the numbers, and to the list with reasons. */
  readonly compute: () => Promise<{ readonly first: number; readonly full: number }>
  /** Takes hold of the slider of the number it tries. */
  readonly grip: () => Promise<Slider>
  readonly shown: () => Promise<ShownImpact>
  readonly close: () => Promise<void>
}

export interface Slider {
  /** Drags to a part of its length, from 0 to 1: the time until other numbers were painted. */
  readonly drag: (to: number) => Promise<number>
  readonly value: () => Promise<number>
  readonly release: () => Promise<void>
}

export interface ShownImpact {
  readonly households: string
  readonly changed: string
  /** How many stand where before and after. */
  readonly standings: readonly string[]
  /** How many go from where to where, each in a sentence. */
  readonly moves: readonly string[]
  /** How many the list holds. */
  readonly listed: string
}

/** Somebody signed in on a page; the impact of a draft is opened on it. */
export const openImpactPage = async (address: string): Promise<ImpactPage> => {
  const executable = findWholeBrowser()
  if (executable === undefined) throw new NotMeasurable('no Chromium or Chrome: install one, or name it in BROWSER_PATH')
  const browser = await launchBrowser(executable)
  const { page } = await visit(browser, address)
  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill(deskAccount.login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(deskAccount.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
  await page.addInitScript(addTimer)
  return {
    open: async (server, draft) => {
      await page.goto(`${server}/drafts/${draft}?tab=impact`)
      await page.getByRole('button', { name: beginning }).waitFor()
    },
    compute: () => timeCompute(page),
    grip: () => gripSlider(page),
    shown: () => readShown(page),
    close: () => browser.close(),
  }
}

const beginning = /^(Tính tác động|Tính lại)$/

/** What the page offers to those who time it. */
interface PageTimer {
  /** Resolves with the moment at which something was painted, once the page shows it. */
  readonly untilPainted: (isShown: () => boolean) => Promise<number>
  /** A big number by its name; undefined where the page has none. */
  readonly figure: (name: string) => string | undefined
  /** How many stand where before and after, as `name: before → after`, of all that are shown. */
  readonly standings: () => readonly string[]
}

const addTimer = (): void => {
  const untilPainted: PageTimer['untilPainted'] = (isShown) => new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isShown()) return
      observer.disconnect()
      requestAnimationFrame(() => {
        // A message is handled once the frame has been painted.
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()))
        port1.start()
        port2.postMessage(0)
      })
    })
    observer.observe(document, { childList: true, subtree: true, characterData: true })
  })
  const figure: PageTimer['figure'] = (name) => [...document.querySelectorAll('dt')].find(({ textContent }) => textContent === name)?.nextElementSibling?.textContent
  const standings: PageTimer['standings'] = () => [...document.querySelectorAll('dt')].flatMap(({ textContent, parentElement }) => {
    const note = parentElement?.lastElementChild?.textContent ?? ''
    return note.includes(' → ') ? [`${textContent}: ${note}`] : []
  })
  Object.assign(globalThis, { timer: { untilPainted, figure, standings } satisfies PageTimer })
}

/** The numbers of the run before go as soon as another begins. */
const timeCompute = (page: Page) => page.getByRole('button', { name: beginning }).evaluate(async (button) => {
  const { timer } = globalThis as unknown as { readonly timer: PageTimer }
  const hasNumbers = () => timer.figure('Đổi kết quả') !== undefined
  let begun = !hasNumbers()
  const isFirst = () => {
    begun ||= !hasNumbers()
    return begun && hasNumbers()
  }
  const start = performance.now()
  const first = timer.untilPainted(isFirst)
  const full = timer.untilPainted(() => begun && document.querySelector('table[aria-label="Danh sách hộ"] tbody a') !== null)
  ;(button as HTMLElement).click()
  return { first: await first - start, full: await full - start }
})

const gripSlider = async (page: Page): Promise<Slider> => {
  await page.getByRole('combobox', { name: 'Thử mức khác' }).click()
  await page.getByRole('option', { name: 'Chuẩn thu nhập: Nông thôn' }).click()
  const thumb = page.getByRole('slider', { name: 'Chuẩn thu nhập: Nông thôn' })
  await thumb.scrollIntoViewIfNeeded()
  const [track, grip] = [await thumb.locator('..').boundingBox(), await thumb.boundingBox()]
  if (!track || !grip) throw new Error('The page has no slider')
  const y = grip.y + grip.height / 2
  await page.mouse.move(grip.x + grip.width / 2, y)
  await page.mouse.down()
  return {
    drag: async (to) => {
      const timed = await page.evaluateHandle(() => {
        const { timer } = globalThis as unknown as { readonly timer: PageTimer }
        const before = timer.standings().join()
        const painted = Promise.race([
          timer.untilPainted(() => timer.standings().join() !== before),
          new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error(`The numbers did not move from ${before}`)), 30_000)),
        ])
        const moved = new Promise<number>((resolve) => {
          addEventListener('mousemove', ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true })
        })
        return { time: async () => await painted - await moved }
      })
      await page.mouse.move(track.x + track.width * to, y)
      return timed.evaluate(({ time }) => time())
    },
    value: async () => Number(await thumb.getAttribute('aria-valuenow')),
    release: () => page.mouse.up(),
  }
}

const readShown = async (page: Page): Promise<ShownImpact> => {
  const figure = async (name: string): Promise<string> => await page.evaluate((named) => (globalThis as unknown as { readonly timer: PageTimer }).timer.figure(named), name) ?? ''
  const moves = await page.getByRole('button', { name: / hộ từ “.+” sang “/ }).evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
  const list = page.getByRole('heading', { name: 'Danh sách hộ' }).locator('..').locator('output')
  return { households: await figure('Hộ trong sổ'), changed: await figure('Đổi kết quả'), standings: await page.evaluate(() => (globalThis as unknown as { readonly timer: PageTimer }).timer.standings()), moves, listed: await list.count() > 0 ? await list.innerText() : '' }
}
