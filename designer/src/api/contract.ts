/** The server's shapes for the rest of the application; nothing else here knows the server. */
export type { Credentials, HouseholdLine, HouseholdList, PinnedRules, ProgrammeOnDate, Session, StoredDecision, Submission, SubmissionAnswers } from '@tieuchi/server/contract'
