/** The shapes that cross the network, for clients: types only. */
export type { Credentials, Session } from './sessions/session-schema.ts'
export type { UnitOnDate } from './units/unit-schema.ts'
export type { PinnedRules, ProgrammeOnDate } from './policies/policy-schema.ts'
export type { HouseholdLine, HouseholdList } from './households/household-schema.ts'
export type { OutcomeSummary, Submission, SubmissionAnswers } from './submissions/submission-schema.ts'
export type { DecisionRequest, DecisionResponse, StoredDecision } from './decisions/decision-schema.ts'
export type { ProblemDocument } from './plugins/problem.ts'
