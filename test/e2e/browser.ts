import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Chromium without windows: a test takes a quarter to a third less time in it. */
const withoutWindows = ['chromium-headless-shell', 'chrome-headless-shell']

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const find = (wanted: readonly string[]): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':')
  return [process.env['BROWSER_PATH'] ?? '', ...wanted.flatMap((name) => folders.map((folder) => join(folder, name))), ...installed].find((path) => path !== '' && existsSync(path))
}

/** The browser of this machine for tests; undefined where there is none. With `CI` set that is a failure, for nothing would be tested. */
export const findBrowser = (): string | undefined => {
  const found = find([...withoutWindows, ...names])
  if (found !== undefined) return found
  if (process.env['CI']) throw new Error('No Chromium or Chrome was found. With CI set the browser tests must run: install one, or name it in BROWSER_PATH.')
  return undefined
}

/** The browser as people have it, for what is measured; undefined where there is none. */
export const findWholeBrowser = (): string | undefined => find(names)

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/**
 * Popups of an address bar that is not there: they cost each page half a second of work. Of several lists of features the last one
 * counts, so those that playwright-core leaves out are named again.
 */
const leftOut = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
]

export const launchBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...quiet, `--disable-features=${leftOut.join(',')}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong in the page that no person saw: exceptions and refused scripts. */
  readonly faults: readonly string[]
}

export interface Viewport {
  readonly width: number
  readonly height: number
}

/** A page of its own with an empty profile. */
export const visit = async (browser: Browser, address: string, viewport: Viewport = { width: 1280, height: 800 }): Promise<Visit> => {
  const context = await browser.newContext({ viewport, baseURL: address, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|React/.test(message.text())) faults.push(message.text())
  })
  return { page, context, faults }
}
