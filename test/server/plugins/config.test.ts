import { expect, it } from 'vitest'
import { readConfig } from '@tieuchi/server/plugins/config.ts'

const read = (args: readonly string[], env: Record<string, string> = {}) => readConfig({ root: '/srv/tieuchi', args, env })

it('without arguments it is the embedded database with demonstration data on port 8080 of this machine only', () => {
  expect(read([])).toEqual({
    host: '127.0.0.1', port: 8080, data: '/srv/tieuchi/.data', columns: '/srv/tieuchi/.data/register-columns', rulesets: '/srv/tieuchi/rulesets', demo: true, households: 5000, past: true, secureCookie: false, apiOnly: false,
  })
})

it('with a database server there is no demonstration data unless it is asked for', () => {
  const env = { DATABASE_URL: 'postgresql://localhost/tieuchi' }
  expect(read([], env).demo).toBe(false)
  expect(read(['--demo'], env).demo).toBe(true)
})

it('with a database server what people answered lies on the disk of this machine only where a folder is named', () => {
  const env = { DATABASE_URL: 'postgresql://localhost/tieuchi' }
  expect(read([], env).columns).toBeUndefined()
  expect(read([], { ...env, DATA_FOLDER: '' }).columns).toBeUndefined()
  expect(read([], { ...env, DATA_FOLDER: '/var/tieuchi' }).columns).toBe('/var/tieuchi/register-columns')
  expect(read(['--data', 'here'], env).columns).toBe('/srv/tieuchi/here/register-columns')
})

it('arguments go before the environment', () => {
  expect(read(['--', '--port', '9000'], { PORT: '9001' }).port).toBe(9000)
  expect(read([], { PORT: '9001' }).port).toBe(9001)
})

it.each([
  [['--port', 'abc'], {}, 'PORT', 'abc'],
  [['--households=-1'], {}, '--households', '-1'],
  [['--colour'], {}, '--colour', '--households'],
  [[], { DATABASE_URL: 'mysql://host/db' }, 'DATABASE_URL', 'postgres://'],
  [[], { COOKIE_SECURE: 'perhaps' }, 'COOKIE_SECURE', 'perhaps'],
])('what cannot be understood is named: %j %j', (args, env, name, value) => {
  expect(() => read(args, env)).toThrow(name)
  expect(() => read(args, env)).toThrow(value)
})

it('a wrong database address is told without its password', () => {
  expect(() => read([], { DATABASE_URL: 'mysql://me:secret@host/db' })).not.toThrow('secret')
})
