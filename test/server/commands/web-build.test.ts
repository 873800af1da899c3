import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '@tieuchi/server/commands/web-build.ts'

const builder = realpathSync(fileURLToPath(new URL('../../../designer/node_modules/vite', import.meta.url)))

describe('The web application is built', () => {
  const root = mkdtempSync(join(tmpdir(), 'tieuchi-build-'))
  const lines: string[] = []
  const build = () => buildWeb(root, ({ en }) => lines.push(en))
  const write = (path: string, content: string) => writeFileSync(join(root, path), content)
  const built = (folder: string) => readdirSync(join(folder, 'assets')).map((name) => readFileSync(join(folder, 'assets', name), 'utf8')).join('')

  beforeAll(() => {
    for (const folder of ['designer/src', 'designer/node_modules', 'runtime/src']) mkdirSync(join(root, folder), { recursive: true })
    symlinkSync(builder, join(root, 'designer', 'node_modules', 'vite'))
    write('designer/package.json', '{ "type": "module" }')
    write('designer/index.html', '<!doctype html><script type="module" src="/src/main.ts"></script>')
    write('designer/src/main.ts', 'document.title = "first"')
    write('runtime/src/index.ts', 'export {}')
    write('pnpm-lock.yaml', '')
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('at the first start', async () => {
    expect(built(await build())).toContain('first')
    expect(lines.length).toBe(1)
  })

  it('not again while its sources stay as they are', async () => {
    await build()
    expect(lines.length).toBe(1)
  })

  it('anew when its sources or those of the runtime change', async () => {
    write('designer/src/main.ts', 'document.title = "second"')
    expect(built(await build())).toContain('second')
    write('runtime/src/index.ts', 'export const one = 1')
    await build()
    expect(lines.length).toBe(3)
  })

  it('or says why not, and the one built before stays', async () => {
    write('designer/src/main.ts', 'import "./gone.ts"')
    await expect(build()).rejects.toThrow('gone.ts')
    expect(built(join(root, 'designer', 'dist'))).toContain('second')
  })
})
