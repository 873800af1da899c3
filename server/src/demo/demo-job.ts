import type { CommonDocument, Text } from '@tieuchi/runtime'
import type { JobData, JobQueue } from '../jobs/job-queue.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { asSystem, type Db } from '../plugins/database.ts'
import { RuleBook } from '../policies/rule-book.ts'
import { isSown } from './demo-queries.ts'
import { reviewRegister, reviewsSeed } from './demo-reviews.ts'
import { pastSeed } from './demo-service.ts'
import { parsePast } from './past-description.ts'
import { parseDescription } from './register-description.ts'

interface DemoReviews {
  readonly common: CommonDocument
  /** Descriptions of the register and of what came before today. */
  readonly demo: unknown
  readonly past: unknown
  readonly households: number
  readonly tell: (line: Text) => void
}

/** A register of so many is reviewed before the program says that it is ready, a larger one beside it. */
const mostBefore = 500

/** The one job of it there ever is in a database. */
const jobId = '6f0f3c52-2d0c-4c5e-9a51-8f5b0d6f2c11'

/** Reviews the register of the demonstration; returns what is to be done once jobs are done. */
export function prepareReviews(db: Db, jobs: Jobs, { common, demo, past, households, tell }: DemoReviews): { readonly before: () => Promise<void>; readonly beside: () => Promise<void> } {
  const described = parsePast(past, common, parseDescription(demo, common))
  const book = new RuleBook()
  const review = (signal?: AbortSignal) => reviewRegister(db, { past: described, book, now: new Date(), tell, ...(signal && { signal }) })
  const isLeft = () => asSystem(db, async (tx) => (await isSown(tx, pastSeed)) && !(await isSown(tx, reviewsSeed)))
  const queue: JobQueue<JobData> = jobs.register<JobData>({
    name: 'demo-reviews',
    work: ({ signal }) => review(signal),
    failed: ({ reason }) => {
      tell({ vi: `Dữ liệu dùng thử: các đợt rà soát dừng giữa chừng (${reason}).`, en: `Demonstration: the reviews ended early (${reason}).` })
      return Promise.resolve()
    },
    longestSeconds: 86_400,
  })
  return {
    before: async () => {
      if (households <= mostBefore && (await isLeft())) await review()
    },
    beside: async () => {
      if (await isLeft()) await asSystem(db, (tx) => queue.send(tx, {}, { id: jobId }))
    },
  }
}
