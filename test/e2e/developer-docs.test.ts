import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { packReference } from '@tieuchi/server/commands/rules/pack-reference.ts'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { DocClone } from '../support/doc-clone.ts'
import { patternOf, readConsole, readDocPage } from '../support/doc-page.ts'
import { signInRemotely } from '../support/server-process.ts'
import { findBrowser, launchBrowser, visit } from './browser.ts'
import { answerYesNo } from './officer.ts'
import { arrive } from './sign-in.ts'

const docs = fileURLToPath(new URL('../../docs/developer', import.meta.url))
const executable = findBrowser()

const folder = mkdtempSync(join(tmpdir(), 'docs-'))
let made: DocClone | undefined
let browser: Browser | undefined

afterEach(async () => {
  await made?.remove()
  made = undefined
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The copy a test works in, gone when it ends. */
const newClone = (): DocClone => (made = new DocClone(join(folder, 'repository')))

type Started = (address: string) => Promise<void>

/** Does what a page says, in its order, and holds what comes out against what it shows. */
async function follow(name: string, clone: DocClone, whileStarted: Started = async () => undefined): Promise<void> {
  for (const step of readDocPage(join(docs, name))) {
    if (step.kind === 'write') {
      clone.write(step.file, step.text)
      continue
    }
    let printed = ''
    for (const [index, line] of step.lines.entries()) {
      if (line.startsWith('npx pnpm@12 start')) await whileStarted(await clone.start(line))
      else {
        const ran = await clone.run(line)
        printed += ran.printed
        expect([line, ran.code, ran.code === (index === step.lines.length - 1 ? step.code : 0) ? '' : ran.printed]).toEqual([line, index === step.lines.length - 1 ? step.code : 0, ''])
      }
    }
    if (step.shown !== undefined && !patternOf(step.shown).test(printed)) expect(printed, `${name}: ${step.lines.join('; ')}`).toBe(step.shown)
  }
}

const pages = readdirSync(docs).filter((name) => name.endsWith('.md'))

describe('The developer docs', () => {
  it.each(pages)('%s leads to nothing that is not there, and leaves nothing to be filled in', (name) => {
    const text = readFileSync(join(docs, name), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].flatMap(([, link = '']) => (link.startsWith('http') ? [] : [link]))
    expect(links.filter((link) => !existsSync(join(docs, dirname(name), link)))).toEqual([])
    expect(text).not.toMatch(/\b(TODO|TBD|FIXME|lorem ipsum)\b/i)
    expect(text).toContain('> **Tóm tắt.**')
  })

  it('the reference of packs is what the schemas say; otherwise: npx pnpm@12 rules reference docs/developer/pack-reference.md', () => {
    expect(readFileSync(join(docs, 'pack-reference.md'), 'utf8')).toBe(packReference())
  })

  it('anchors of the reference lead to its headings', () => {
    const text = readFileSync(join(docs, 'pack-reference.md'), 'utf8')
    const headings = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')))
    expect([...text.matchAll(/\]\(#([^)]+)\)/g)].flatMap(([, anchor = '']) => (headings.has(anchor) ? [] : [anchor]))).toEqual([])
  })

  it('conditions, calculations and questions that are shown are such, and parts of the bench are there', () => {
    const texts = pages.map((name) => readFileSync(join(docs, name), 'utf8'))
    const conditions = texts.flatMap((text) => [...text.matchAll(/^```json is=condition\n(.*?)^```$/gms)].map(([, json = '']) => JSON.parse(json)))
    expect(conditions.length).toBeGreaterThan(0)
    for (const condition of conditions) expect(validateDocument('additions', { facts: [{ kind: 'condition', id: 'shown', title: { vi: 'a', en: 'b' }, conditions: condition }] })).toEqual([])
    const fields = texts.flatMap((text) => [...text.matchAll(/^```json is=field\n(.*?)^```$/gms)].map(([, json = '']) => JSON.parse(json)))
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(validateDocument('additions', { fields: { household: { shown: field } } })).toEqual([])
    const expressions = texts.flatMap((text) => [...text.matchAll(/^```json is=expression\n(.*?)^```$/gms)].map(([, json = '']) => JSON.parse(json)))
    expect(expressions.length).toBeGreaterThan(0)
    for (const expression of expressions) expect(validateDocument('additions', { facts: [{ kind: 'fact', id: 'shown', title: { vi: 'a', en: 'b' }, value: expression }] })).toEqual([])
    const parts = texts.flatMap((text) => [...text.matchAll(/`bench (\w+)`/g)].map(([, part = '']) => `${part}.ts`))
    expect(readdirSync(join(docs, '../../test/bench/parts'))).toEqual(expect.arrayContaining(parts))
    const unread = texts.flatMap((text) => [...text.matchAll(/^```(json|ts|js)\s*$/gm)])
    expect(unread).toEqual([])
  })

  it('concepts come out as written', async () => {
    await follow('concepts.md', newClone())
  }, 1_200_000)

  it('operations come out as written', async () => {
    await follow('operations.md', newClone())
  }, 1_200_000)

  it('a partner asks as written, and gets what the page shows', async () => {
    const [clone, { line, shown }] = [newClone(), readConsole(join(docs, 'decision-api.md'))]
    let asked = 0
    await follow('decision-api.md', clone, async (address) => {
      const administrator = await signInRemotely(address, 'haiphong', 'tieuchi-demo')
      const { body: { unit } } = await administrator.send('GET', '/api/session')
      const partner = { name: 'Điện lực', purpose: 'Hỗ trợ tiền điện', unit: unit.id, programmes: ['electricity'], explanations: false, requests_per_minute: 60, households_per_day: 1000, valid_to: `${new Date().getFullYear() + 1}-12-31` }
      const { body: { key } } = await administrator.send('POST', '/api/partners', partner)
      const ran = await clone.runBeside(line.replace('http://127.0.0.1:8080', address).replace('tieuchi_…', key))
      expect(ran).toEqual({ code: 0, printed: shown })
      asked += 1
    })
    expect(asked).toBe(1)
  }, 1_200_000)
})

describe.skipIf(executable === undefined)('Following only the quick start on a clean clone', () => {
  it('a new benefit with question, rule, form and cases works, and is seen and decided in the application', async () => {
    let seen = 0
    await follow('quick-start.md', newClone(), async (address) => {
      browser ??= await launchBrowser(executable ?? '')
      const author = await visit(browser, address)
      await arrive(author.page, 'haiphong.soan', 'tieuchi-demo')
      await author.page.goto('/policies')
      await author.page.getByText('Phiếu chất đốt', { exact: true }).first().waitFor()
      const officer = await visit(browser, address)
      await arrive(officer.page, 'daison', 'tieuchi-demo')
      await officer.page.goto('/?programme=fuel-vouchers')
      await officer.page.getByRole('button', { name: 'Rà soát hộ mới' }).first().click()
      await answerYesNo(officer.page, 'Đề nghị cấp phiếu chất đốt', 'Có')
      await officer.page.getByLabel('Chi cho chất đốt mỗi tháng').fill('450000')
      await officer.page.getByLabel('Chi cho chất đốt mỗi tháng').press('Tab')
      await officer.page.getByText('60.000 đ', { exact: false }).first().waitFor()
      expect([...author.faults, ...officer.faults]).toEqual([])
      seen += 1
    })
    expect(seen).toBe(1)
  }, 1_200_000)
})
