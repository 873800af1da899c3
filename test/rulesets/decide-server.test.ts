import { join } from 'node:path'
import { createPerson } from '@tieuchi/server/people/people-service.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { password, startApp, type RunningApp } from '../support/app.ts'
import { embedded } from '../support/databases.ts'
import { decide, decideInProcess } from './command-process.ts'
import { repository, rulesets } from './rulesets.ts'

const sample = join(repository, 'rulesets/demo/household.json')

let running: RunningApp | undefined
let server: readonly string[] = []

beforeAll(async () => {
  running = await startApp(embedded, { packs: readPacks(rulesets) })
  await createPerson(running.database.db, { login: 'tuky', name: 'Cán bộ xã Tứ Kỳ', unitId: 'hai-phong-2025-11074', role: 'officer', password })
  server = ['--server', await running.app.listen({ port: 0, host: '127.0.0.1' }), '--programme', 'poverty', '--login', 'tuky', '--password', password]
})

afterAll(() => running?.close())

describe('decide asking a server', () => {
  it('gives the very answer the packs give', async () => {
    const at = ['--at', '2027-01-01', '--unit', '11074', '--json', sample]
    const [here, there] = await Promise.all([decideInProcess(...at), decideInProcess(...server, ...at)])
    expect(there.err).toBe('')
    expect(JSON.parse(there.out)).toEqual(JSON.parse(here.out))
  })

  it('writes it for people', async () => {
    const { code, out } = await decide(...server, '--at', '2026-12-31', '--unit', '11074', sample)
    expect(code).toBe(0)
    expect(out).toMatch(/^Phân loại hộ: Hộ có mức sống trung bình\n/)
    expect(out).toContain('Xã Tứ Kỳ, Thành phố Hải Phòng · ngày 31/12/2026')
  })

  it('passes on what the server refuses', async () => {
    const other = await decide(...server, '--at', '2026-12-31', '--unit', '11086', sample)
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('11086')])
    const wrong = await decide(...server.slice(0, -1), 'a wrong password', '--at', '2026-12-31', '--unit', '11074', sample)
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('mật khẩu')])
  })
})
