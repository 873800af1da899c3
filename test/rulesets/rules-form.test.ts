import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FormDocument, ImportedForm } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { ChangedPacks } from './changed-packs.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { rulesets } from './rulesets.ts'

const packs = new ChangedPacks()
const folder = packs.folder()
afterAll(() => packs.remove())

const release = readPacks(rulesets).programmes.flatMap(({ releases }) => releases).find((entry) => entry.folder === 'poverty/2027')?.release
const form: FormDocument | undefined = release?.forms[0]

describe('rules form', () => {
  it('writes the forms of a release as two files each, which come back as they were', async () => {
    const { data: { files }, text } = await answerOf<{ files: readonly string[] }>('form', 'export', 'poverty/2027', '--out', folder)
    expect(files).toEqual(['household_review.schema.json', 'household_review.uiSchema.json'].map((name) => join(folder, name)))
    expect(text).toContain('Đã ghi 2 tệp:')
    const { code, data } = await answerOf<ImportedForm>('form', 'import', 'poverty/2027', ...files)
    expect([code, data.form, data.notTaken]).toEqual([0, form, []])
    expect(await refusalOf('form', 'export', 'poverty/2027', '--out', folder)).toContain('đã có tệp này')
  })

  it('reads a schema of another tool, says what it did not take, and writes what it took', async () => {
    const file = join(folder, 'foreign.json')
    writeFileSync(file, JSON.stringify({ title: 'Đơn', type: 'object', properties: { village: { type: 'string', title: 'Thôn', maxLength: 100 }, 'a/b': { type: 'string', pattern: '^x' } } }))
    const shown = await answerOf<ImportedForm>('form', 'import', 'poverty/2027', file)
    expect(shown.code).toBe(1)
    expect(shown.text).toMatch(/"field": "village"[^]*2 chỗ không được nhận[^]*schema #\/properties\/a~1b\n {4}“a\/b” được nhận với mã “a_b”[^]*schema #\/properties\/a~1b\/pattern\n/)
    const written = await answerOf<{ files: readonly string[] }>('form', 'import', 'poverty/2027', file, '--out', join(folder, 'read'), '--lang', 'en')
    expect(written.data.files.map((name) => name.slice(folder.length + 1))).toEqual(['read/don.json', 'read/don.additions.json'])
    expect(written.text).toContain('2 places were not taken')
  })

  it('refuses what it cannot use, in words', async () => {
    expect(await refusalOf('form')).toContain('Cần “export” hoặc “import”')
    expect(await refusalOf('form', 'export')).toContain('Cần một bản quy định')
    expect(await refusalOf('form', 'export', 'poverty/2027', 'visit')).toContain('chọn một trong: household_review')
    expect(await refusalOf('form', 'import', 'poverty/2027')).toContain('Cần một tệp lược đồ')
    expect(await refusalOf('form', 'import', 'poverty/2027', join(folder, 'none.json'))).toContain('không có tệp này')
  })
})
