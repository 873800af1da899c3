import { parentPort } from 'node:worker_threads'
import { judgeGate, type GateQuestion } from '@tieuchi/runtime'
import { planExecution } from '@tieuchi/runtime/agreement'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { installPackages } from '../extensions/extension-packages.ts'

await installPackages()

/** Judges drafts away from the thread that answers requests, one after the other: cases and boundary cases take seconds. */
parentPort?.on('message', async (question: Omit<GateQuestion, 'formIssues' | 'execution'>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker thread has no origin
  parentPort?.postMessage(await judgeGate({ ...question, formIssues: validateDocument('draft', question.draft), execution: planExecution }))
})
