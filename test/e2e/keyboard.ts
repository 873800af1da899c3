import type { Page } from 'playwright-core'

/** Presses after which what was looked for is held not to be reachable. */
const FAR = 60

/** What the focus stands at, as people call it: a question by its label, a button by its words. */
export const focusName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const group = element.closest('[role=radiogroup]')
    const named = group ?? element
    const label = named.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    const own = (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && !group ? element.labels?.[0]?.textContent : undefined
    return (named.getAttribute('aria-label') ?? label ?? own ?? element.textContent ?? '').trim()
  })

/** Goes on with the Tab key until the focus stands at something; the names passed, that one last. */
export const tabTo = async (page: Page, name: string): Promise<readonly string[]> => {
  const passed: string[] = []
  while (passed.length < FAR) {
    await page.keyboard.press('Tab')
    const found = await focusName(page)
    passed.push(found)
    if (found === name) return passed
  }
  throw new Error(`Tab does not reach ${name} from here; it passed ${passed.join(' · ')}`)
}

/** Goes to a question and types; a choice is taken with Enter once its first letters are typed. */
export const typeInto = async (page: Page, name: string, text: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.type(text)
}

export const chooseByTyping = async (page: Page, name: string, letters: string): Promise<void> => {
  await typeInto(page, name, letters)
  await page.keyboard.press('Enter')
}

/** Presses what the focus is led to. */
export const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
