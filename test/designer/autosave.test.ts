import { createAutosave } from '@tieuchi/designer/src/autosave/autosave.ts'
import type { AutosaveParts } from '@tieuchi/designer/src/autosave/autosave-state.ts'
import type { KeptContent, UnsavedContent } from '@tieuchi/designer/src/autosave/unsaved-content.ts'
import { mergeAnswers } from '@tieuchi/designer/src/review/merge-answers.ts'
import { ProblemError } from '@tieuchi/designer/src/api/problem-error.ts'
import type { Submission, SubmissionAnswers } from '@tieuchi/server/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const answersOf = (street: string): SubmissionAnswers => ({ household: { street }, members: [] })

const draft = (answers: SubmissionAnswers, version = 1): Submission => ({
  id: 's', household: 'h', label: 'A', programme: 'dog-licence', form: 'application', state: 'draft', version, answers,
  unit: { id: 'u', code: '1', name: 'Xã', kind: 'commune', parents: [], parent_ids: [], attributes: {} },
  moment: { law_at: '2026-01-01', facts_at: '2026-01-01', unit_at: '2026-01-01' },
  rules: { common: 'c', releases: {} },
  updated_at: '2026-01-01T02:00:00Z', updated_by: { id: 'b', name: 'B' },
})

const memory = (first?: KeptContent<SubmissionAnswers>): UnsavedContent<SubmissionAnswers> & { readonly kept: () => KeptContent<SubmissionAnswers> | undefined } => {
  let kept = first
  return { kept: () => kept, read: () => kept, write: (next) => { kept = next }, clear: () => { kept = undefined } }
}

/** A server that counts versions and can be told to fail. */
const server = (submission = draft(answersOf('start'))) => {
  const held = { submission, requests: 0, atOnce: 0, most: 0, failure: undefined as ProblemError | undefined, loseAnswer: false }
  const send: AutosaveParts<SubmissionAnswers, Submission>['send'] = async (version, answers) => {
    held.requests += 1
    held.atOnce += 1
    held.most = Math.max(held.most, held.atOnce)
    await new Promise((resolve) => setTimeout(resolve, 100))
    held.atOnce -= 1
    if (held.failure) throw held.failure
    if (version !== held.submission.version) throw new ProblemError({ status: 409, code: 'conflict', detail: { vi: 'B đã lưu', en: 'B saved' } })
    held.submission = { ...held.submission, answers, version: version + 1 }
    if (held.loseAnswer) {
      held.loseAnswer = false
      throw new ProblemError({ status: 0, code: 'unreachable', detail: { vi: 'mất mạng', en: 'offline' } })
    }
    return { version: held.submission.version, updated_at: '2026-01-01T03:00:00Z' }
  }
  return { held, send, load: async () => held.submission }
}

const join: AutosaveParts<SubmissionAnswers, Submission>['join'] = (base, mine, theirs) => {
  const { answers, both } = mergeAnswers({ base, mine, theirs })
  return { content: answers, contested: both.length > 0 }
}

const start = (backend: ReturnType<typeof server>, unsaved = memory()) => {
  const autosave = createAutosave<SubmissionAnswers, Submission>({
    source: backend.held.submission, contentOf: ({ answers }) => answers, isOpen: ({ state }) => state === 'draft', nothing: { household: {}, members: [] },
    join, storable: (answers) => answers, send: backend.send, load: backend.load, unsaved, onSaved: () => undefined, onReceived: () => undefined,
  })
  return { autosave, unsaved }
}

describe('Saving by itself', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  test('sends a change a moment after it was made, and forgets the local copy once it is confirmed', async () => {
    const backend = server()
    const { autosave, unsaved } = start(backend)
    autosave.change(answersOf('first'))
    expect(unsaved.kept()?.content).toEqual(answersOf('first'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(backend.held.submission.answers).toEqual(answersOf('first'))
    expect(autosave.getState().status).toBe('saved')
    expect(unsaved.kept()).toBeUndefined()
  })

  test('waits no longer for an answer that does not come, says so, and sends the same again', async () => {
    const backend = server()
    const hanging = vi.fn((_version: number, _answers: SubmissionAnswers, patience: AbortSignal) => new Promise<never>((_resolve, reject) => {
      patience.addEventListener('abort', () => reject(new ProblemError({ status: 0, code: 'unreachable', detail: { vi: 'mất mạng', en: 'offline' } })))
    }))
    let hangs = true
    const { autosave } = start({ ...backend, send: (version, answers, patience) => (hangs ? hanging(version, answers, patience) : backend.send(version, answers, patience)) })
    autosave.change(answersOf('first'))
    await vi.advanceTimersByTimeAsync(15_000)
    expect([autosave.getState().status, hanging.mock.calls.length]).toEqual(['saving', 1])
    await vi.advanceTimersByTimeAsync(6_000)
    expect(autosave.getState().status).toBe('failed')
    hangs = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect([autosave.getState().status, backend.held.submission.answers]).toEqual(['saved', answersOf('first')])
  })

  test('sends one request at a time and the newest answers last', async () => {
    const backend = server()
    const { autosave } = start(backend)
    autosave.change(answersOf('a'))
    await vi.advanceTimersByTimeAsync(650)
    autosave.change(answersOf('ab'))
    autosave.change(answersOf('abc'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(backend.held.most).toBe(1)
    expect(backend.held.requests).toBe(2)
    expect(backend.held.submission.answers).toEqual(answersOf('abc'))
  })

  test('tries again by itself when the server cannot be reached', async () => {
    const backend = server()
    const { autosave, unsaved } = start(backend)
    backend.held.failure = new ProblemError({ status: 0, code: 'unreachable', detail: { vi: '', en: '' } })
    autosave.change(answersOf('offline'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(autosave.getState().status).toBe('failed')
    expect(unsaved.kept()?.content).toEqual(answersOf('offline'))
    backend.held.failure = undefined
    await vi.advanceTimersByTimeAsync(5000)
    expect(autosave.getState().status).toBe('saved')
    expect(backend.held.submission.answers).toEqual(answersOf('offline'))
  })

  test('does not take its own save for somebody else’s when the answer was lost on the way', async () => {
    const backend = server()
    const { autosave } = start(backend)
    backend.held.loseAnswer = true
    autosave.change(answersOf('twice'))
    await vi.advanceTimersByTimeAsync(6000)
    expect(autosave.getState()).toMatchObject({ status: 'saved', version: 2 })
  })

  test('stops and shows the newer version when someone else saved in between', async () => {
    const backend = server()
    const { autosave } = start(backend)
    backend.held.submission = draft(answersOf('theirs'), 2)
    autosave.change(answersOf('mine'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(autosave.getState()).toMatchObject({ status: 'conflict', theirs: { answers: answersOf('theirs') }, problem: { code: 'conflict' } })
    autosave.adopt(backend.held.submission)
    expect(autosave.getState()).toMatchObject({ status: 'saved', version: 2, content: answersOf('theirs') })
  })

  test('saves what was decided between both sides', async () => {
    const backend = server()
    const { autosave } = start(backend)
    backend.held.submission = draft(answersOf('theirs'), 2)
    autosave.change(answersOf('mine'))
    await vi.advanceTimersByTimeAsync(1000)
    const settled = autosave.settle(answersOf('mine'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await settled).toBe(true)
    expect(backend.held.submission.answers).toEqual(answersOf('mine'))
  })

  test('puts both sides together by itself where nothing was changed on both, also after a reload', async () => {
    const theirs = { household: { street: 'start', garden: 5 }, members: [{ id: 'm' }] }
    const both = { household: { street: 'mine', garden: 5 }, members: [{ id: 'm' }] }
    const late = server(draft(theirs, 2))
    start(late, memory({ version: 1, content: answersOf('mine'), base: answersOf('start') }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(late.held.submission.answers).toEqual(both)

    const backend = server()
    const { autosave, unsaved } = start(backend)
    backend.held.submission = draft(theirs, 2)
    autosave.change(answersOf('mine'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(autosave.getState()).toMatchObject({ status: 'saved', version: 3, content: both })
    expect(backend.held.submission.answers).toEqual(both)
    expect(unsaved.kept()).toBeUndefined()
  })

  test('takes in what somebody else saved, and keeps what is not saved yet', async () => {
    const backend = server()
    const { autosave } = start(backend)
    const garden = (street: string): SubmissionAnswers => ({ household: { street, garden: 5 }, members: [] })
    backend.held.submission = draft(garden('start'), 2)
    autosave.receive(backend.held.submission)
    expect(autosave.getState()).toMatchObject({ status: 'saved', version: 2, content: garden('start') })
    autosave.change({ household: { street: 'mine', garden: 5 }, members: [] })
    backend.held.submission = draft({ household: { street: 'start', garden: 6 }, members: [] }, 3)
    autosave.receive(backend.held.submission)
    await vi.advanceTimersByTimeAsync(1000)
    expect(backend.held.submission).toMatchObject({ version: 4, answers: { household: { street: 'mine', garden: 6 } } })
    autosave.receive(draft(answersOf('old'), 2))
    expect(autosave.getState()).toMatchObject({ status: 'saved', version: 4 })
  })

  test('does not ask about what it sent itself when the answer was lost and typing went on', async () => {
    for (const reload of [false, true]) {
      const backend = server()
      const { autosave, unsaved } = start(backend)
      backend.held.loseAnswer = true
      autosave.change(answersOf('ab'))
      await vi.advanceTimersByTimeAsync(800)
      expect(backend.held.submission.version).toBe(2)
      autosave.change(answersOf('abc'))
      if (reload) {
        autosave.stop()
        start(backend, unsaved)
      }
      await vi.advanceTimersByTimeAsync(6000)
      expect(backend.held.submission.answers).toEqual(answersOf('abc'))
    }
  })

  test('is not put off for ever by typing without a pause', async () => {
    const backend = server()
    const { autosave } = start(backend)
    for (let count = 1; count <= 10; count += 1) {
      autosave.change(answersOf('x'.repeat(count)))
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(backend.held.submission.answers.household['street']).toBe('x'.repeat(7))
  })

  test('is not sent more often because typing went on while it was sent', async () => {
    const backend = server()
    const { autosave } = start(backend)
    for (let count = 1; count <= 100; count += 1) {
      autosave.change(answersOf('x'.repeat(count)))
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(backend.held.requests).toBe(2)
    await vi.advanceTimersByTimeAsync(1000)
    expect(backend.held.submission.answers).toEqual(answersOf('x'.repeat(100)))
  })

  test('says when it will be tried again, also while typing goes on', async () => {
    const backend = server()
    const { autosave } = start(backend)
    backend.held.failure = new ProblemError({ status: 0, code: 'unreachable', detail: { vi: '', en: '' } })
    autosave.change(answersOf('offline'))
    await vi.advanceTimersByTimeAsync(700)
    expect(autosave.getState()).toMatchObject({ status: 'failed', retryAt: Date.now() + 1000 })
    await vi.advanceTimersByTimeAsync(500)
    autosave.change(answersOf('still offline'))
    expect(autosave.getState()).toMatchObject({ status: 'failed', retryAt: Date.now() + 500 })
    backend.held.failure = undefined
    await vi.advanceTimersByTimeAsync(1200)
    expect(backend.held.submission.answers).toEqual(answersOf('still offline'))
  })

  test('does not repeat what the server refuses until something changes', async () => {
    const backend = server()
    const { autosave } = start(backend)
    backend.held.failure = new ProblemError({ status: 422, code: 'invalid', detail: { vi: 'sai', en: 'wrong' } })
    autosave.change(answersOf('wrong'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(backend.held.requests).toBe(1)
    expect(autosave.getState()).toMatchObject({ status: 'refused', problem: { code: 'invalid' } })
    backend.held.failure = undefined
    autosave.change(answersOf('right'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(autosave.getState().status).toBe('saved')
  })

  test('sends after a reload what had not been confirmed before it', async () => {
    const backend = server()
    const { autosave } = start(backend, memory({ version: 1, content: answersOf('before the reload') }))
    expect(autosave.getState().content).toEqual(answersOf('before the reload'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(backend.held.submission.answers).toEqual(answersOf('before the reload'))
  })

  test('asks after a reload when the server has moved on', () => {
    const backend = server(draft(answersOf('theirs'), 4))
    const { autosave } = start(backend, memory({ version: 1, content: answersOf('mine') }))
    expect(autosave.getState()).toMatchObject({ status: 'conflict', content: answersOf('mine'), theirs: { version: 4 } })
  })

  test('flush is true only once everything is saved', async () => {
    const backend = server()
    const { autosave } = start(backend)
    autosave.change(answersOf('leaving'))
    const flushed = autosave.flush()
    await vi.advanceTimersByTimeAsync(200)
    expect(await flushed).toBe(true)
    backend.held.failure = new ProblemError({ status: 503, code: 'down', detail: { vi: '', en: '' } })
    autosave.change(answersOf('leaving again'))
    const failed = autosave.flush()
    await vi.advanceTimersByTimeAsync(300)
    expect(await failed).toBe(false)
  })
})
